@description('What the resources are called after.')
param name string

@description('Where they are.')
param location string

@description('The identity that the service reads and writes with.')
param principalId string

@description('Request units a second that the database grows to; its containers share them.')
@minValue(1000)
param mostThroughput int

@description('The account that a restore has made; empty: the one that is made here.')
param restoredAccount string

@description('Whether the account is spread over the zones of its region.')
param zoneRedundant bool = false

var accountName = restoredAccount == '' ? '${name}-${uniqueString(resourceGroup().id)}' : restoredAccount
var database = 'plumbline'
var containers = ['core', 'teams', 'ballots', 'private']
var dataContributor = '00000000-0000-0000-0000-000000000002'
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'

resource ownAccount 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = if (restoredAccount == '') {
  name: accountName
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    // Nobody signs in with a key, and none is anywhere to be lost.
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: zoneRedundant
      }
    ]
    // A backup keeps answers in the form that they had: the shorter, the better.
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous7Days'
      }
    }
  }
}

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' existing = {
  name: accountName
}

resource sqlDatabase 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: database
  dependsOn: [ownAccount]
  properties: {
    resource: {
      id: database
    }
    options: {
      autoscaleSettings: {
        maxThroughput: mostThroughput
      }
    }
  }
}

// As bot/src/stores/cosmos/containers.ts says, which the service checks when it starts.
resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [for id in containers: {
  parent: sqlDatabase
  name: id
  properties: {
    resource: {
      id: id
      partitionKey: {
        paths: ['/pk']
        kind: 'Hash'
        version: 2
      }
      defaultTtl: -1
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [
          {
            path: '/id/?'
          }
          {
            path: '/pk/?'
          }
        ]
        excludedPaths: [
          {
            path: '/*'
          }
        ]
      }
    }
  }
}]

resource documents 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    principalId: principalId
    scope: '${account.id}/dbs/${sqlDatabase.name}'
  }
}

// Without purge protection, on purpose: what makes answers unlinkable is that nobody can bring the key of a round back.
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
  }
}

resource keys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsOfficer)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('The address of the Cosmos DB account.')
output cosmosEndpoint string = account.properties.documentEndpoint

@description('The database in it.')
output databaseName string = database

@description('The address of the vault.')
output vaultUrl string = vault.properties.vaultUri

@description('The vault, to be watched.')
output vaultName string = vault.name

@description('The account, to be watched.')
output accountId string = account.id
