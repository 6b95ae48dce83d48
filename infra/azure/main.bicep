targetScope = 'resourceGroup'

@description('What every resource of this deployment is called after, as for registry.bicep.')
@minLength(3)
@maxLength(12)
param name string = 'plumbline'

@description('Where the resources are.')
param location string = resourceGroup().location

@description('The registry that registry.bicep made.')
param registryName string

@description('The image of the service, with its digest or a tag that never moves.')
param image string

@description('The host name that people reach the service at; without one, that of the container app. The README says how.')
param publicHost string = ''

@description('The id of the certificate of that host name, which the environment of the container app holds; none until there is one.')
param certificateId string = ''

@description('The application id of the API registration in Entra ID.')
param clientId string

@description('The ids of the onboarded tenants.')
@minLength(1)
param tenants array

@description('The id in the manifest of the Teams app.')
param teamsAppId string

@description('For how many months closed meetings are kept, such as 24, or tenant=months; empty: until somebody deletes them.')
param retentionMonths string = ''

@description('How teams of Microsoft Teams are read, so that their people can be added at once; the README says what that needs.')
@allowed(['off', 'managed-identity'])
param directory string = 'off'

@description('Who hears of what goes wrong.')
param alertEmail string

@description('How many instances there are at the least: two, so that one can go while the other serves.')
@minValue(2)
param instances int = 2

@description('Request units a second that the database grows to.')
@minValue(1000)
param mostThroughput int = 4000

@description('The Cosmos DB account that a restore has made, in this group; empty: the one that this template makes.')
param cosmosAccount string = ''

// Two, so that whoever takes over the one that speaks to Teams reads no ballot with it, and the other way round.
resource storeIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-service'
  location: location
}

resource botIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

module store 'store.bicep' = {
  name: 'store'
  params: {
    name: name
    location: location
    principalId: storeIdentity.properties.principalId
    mostThroughput: mostThroughput
    restoredAccount: cosmosAccount
  }
}

module service 'service.bicep' = {
  name: 'service'
  params: {
    name: name
    location: location
    registryName: registryName
    image: image
    publicHost: publicHost
    certificateId: certificateId
    instances: instances
    storeIdentityName: storeIdentity.name
    botIdentityName: botIdentity.name
    clientId: clientId
    tenants: tenants
    teamsAppId: teamsAppId
    retentionMonths: retentionMonths
    directory: directory
    cosmosEndpoint: store.outputs.cosmosEndpoint
    databaseName: store.outputs.databaseName
    vaultUrl: store.outputs.vaultUrl
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    botIdentityName: botIdentity.name
    endpoint: 'https://${service.outputs.publicHost}/api/messages'
  }
}

module watch 'watch.bicep' = {
  name: 'watch'
  params: {
    name: name
    location: location
    alertEmail: alertEmail
    serviceId: service.outputs.serviceId
    logsId: service.outputs.logsId
    insightsId: service.outputs.insightsId
    accountId: store.outputs.accountId
    vaultName: store.outputs.vaultName
  }
}

@description('The host name that people reach the service at: as the packages want it.')
output PUBLIC_HOST string = service.outputs.publicHost

@description('The application id of the bot: as the packages want it.')
output BOT_APP_ID string = botIdentity.properties.clientId

@description('Whom the registration of the API trusts where `directory` is managed-identity.')
output STORE_IDENTITY_ID string = storeIdentity.properties.principalId
