@description('What the resources are called after.')
param name string

@description('Where they are.')
param location string

@description('Who hears of what goes wrong.')
param alertEmail string

@description('The service.')
param serviceId string

@description('Its logs.')
param logsId string

@description('Its reports.')
param insightsId string

@description('The Cosmos DB account.')
param accountId string

@description('The vault for keys of rounds.')
param vaultName string

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-told'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource failing 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-answers-fail'
  location: 'global'
  properties: {
    description: 'The service answered ten requests or more in five minutes with a fault of its own.'
    severity: 1
    enabled: true
    scopes: [serviceId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'faults'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'Requests'
          dimensions: [
            {
              name: 'statusCodeCategory'
              operator: 'Include'
              values: ['5xx']
            }
          ]
          operator: 'GreaterThanOrEqual'
          threshold: 10
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      {
        actionGroupId: told.id
      }
    ]
  }
}

resource restarting 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-restarts'
  location: 'global'
  properties: {
    description: 'An instance of the service was restarted three times or more in a quarter of an hour.'
    severity: 1
    enabled: true
    scopes: [serviceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'restarts'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'RestartCount'
          operator: 'GreaterThanOrEqual'
          threshold: 3
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [
      {
        actionGroupId: told.id
      }
    ]
  }
}

resource throttled 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-throttled'
  location: 'global'
  properties: {
    description: 'Cosmos DB refused a hundred calls or more in five minutes: it needs more throughput than it may grow to.'
    severity: 2
    enabled: true
    scopes: [accountId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'refused'
          metricNamespace: 'Microsoft.DocumentDB/databaseAccounts'
          metricName: 'TotalRequests'
          dimensions: [
            {
              name: 'StatusCode'
              operator: 'Include'
              values: ['429']
            }
          ]
          operator: 'GreaterThanOrEqual'
          threshold: 100
          timeAggregation: 'Count'
        }
      ]
    }
    actions: [
      {
        actionGroupId: told.id
      }
    ]
  }
}

resource faults 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: '${name}-faults'
  location: location
  properties: {
    description: 'The service wrote a fault of its own into its log.'
    severity: 2
    enabled: true
    scopes: [logsId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'ContainerAppConsoleLogs | where Log contains "\\"msg\\":\\"fault\\""'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    // Tables of logs are there from the first line on.
    skipQueryValidation: true
    actions: {
      actionGroups: [told.id]
    }
  }
}

resource slow 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: '${name}-slow'
  location: location
  properties: {
    description: 'For a quarter of an hour, operations took longer than two seconds on average.'
    severity: 2
    enabled: true
    scopes: [logsId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "plumbline.operation.duration" | summarize Seconds = sum(Sum) / sum(ItemCount) | where Seconds > 2'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    skipQueryValidation: true
    actions: {
      actionGroups: [told.id]
    }
  }
}

resource faultsOfOperations 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: '${name}-operations-fail'
  location: location
  properties: {
    description: 'Five operations or more ended in a fault of ours within a quarter of an hour.'
    severity: 1
    enabled: true
    scopes: [logsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "plumbline.operation.duration" | where Properties["plumbline.outcome"] == "fault" | summarize Faults = sum(ItemCount) | where Faults >= 5'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    skipQueryValidation: true
    actions: {
      actionGroups: [told.id]
    }
  }
}

resource dashboard 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, name, 'operations')
  location: location
  kind: 'shared'
  properties: {
    displayName: '${name}: operations'
    category: 'workbook'
    sourceId: insightsId
    serializedData: loadTextContent('operations.workbook.json')
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

// Whoever reads the key of a round can be seen here. Calls to Cosmos DB are not kept: they would tell when ballots were written.
resource readings 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'readings'
  properties: {
    workspaceId: logsId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}
