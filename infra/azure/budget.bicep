targetScope = 'resourceGroup'

@description('What the budget is called after, as for registry.bicep.')
@minLength(3)
@maxLength(12)
param name string = 'plumbline'

@description('Who hears of it.')
param alertEmail string

@description('What a month may cost before somebody hears of it, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int = 300

@description('The first day of the budget: the first of a month, this one or later.')
param budgetFrom string = utcNow('yyyy-MM-01')

// Deployed once: Azure refuses another first day for a budget that is there.
resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: '${name}-budget'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: budgetFrom
    }
    notifications: {
      nearlySpent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Forecasted'
        contactEmails: [alertEmail]
      }
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [alertEmail]
      }
    }
  }
}
