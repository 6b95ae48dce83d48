@description('What the resources are called after.')
param name string

@description('Where they are.')
param location string

@description('The registry that the image is in.')
param registryName string

@description('The image of the service.')
param image string

@description('The host name that people reach the service at; empty: that of the container app.')
param publicHost string

@description('The certificate of that host name; empty until there is one.')
param certificateId string

@description('How many instances there are at the least.')
@minValue(2)
param instances int

@description('The identity for documents and keys.')
param storeIdentityName string

@description('The identity that speaks to Teams.')
param botIdentityName string

@description('The application id of the API registration.')
param clientId string

@description('The ids of the onboarded tenants.')
param tenants array

@description('The id of the Teams app.')
param teamsAppId string

@description('For how many months closed meetings are kept.')
param retentionMonths string

@description('How teams of Microsoft Teams are read: off or managed-identity.')
param directory string

@description('The address of the Cosmos DB account.')
param cosmosEndpoint string

@description('The database in it.')
param databaseName string

@description('The address of the vault.')
param vaultUrl string

var port = 3978
var appName = '${name}-service'
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var hasOwnName = publicHost != ''
// A certificate of Azure can be made only once the name is bound: at first without one.
var domain = certificateId == ''
  ? {
      name: publicHost
      bindingType: 'Disabled'
    }
  : {
      name: publicHost
      bindingType: 'SniEnabled'
      certificateId: certificateId
    }
var host = hasOwnName ? publicHost : '${appName}.${apps.properties.defaultDomain}'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource storeIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: storeIdentityName
}

resource botIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: botIdentityName
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, storeIdentity.id, acrPull)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
    principalId: storeIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    // Reports are signed in with Entra: the connection string says where to, and opens nothing.
    DisableLocalAuth: true
  }
}

resource reports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, storeIdentity.id, metricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
    principalId: storeIdentity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    // Logs go through diagnostic settings, which need no key of the workspace.
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource logged 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: apps
  name: 'logs'
  properties: {
    workspaceId: logs.id
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

resource service 'Microsoft.App/containerApps@2024-03-01' = {
  name: appName
  location: location
  dependsOn: [pull]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${storeIdentity.id}': {}
      '${botIdentity.id}': {}
    }
  }
  properties: {
    environmentId: apps.id
    workloadProfileName: 'Consumption'
    configuration: {
      // A new revision takes over once it is ready, and the old one finishes what it has begun.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'auto'
        allowInsecure: false
        customDomains: hasOwnName ? [domain] : []
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: storeIdentity.id
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'service'
          image: image
          resources: {
            cpu: json('1.0')
            memory: '2Gi'
          }
          env: [
            {
              name: 'PORT'
              value: string(port)
            }
            {
              name: 'PUBLIC_HOST'
              value: host
            }
            {
              name: 'ENTRA_CLIENT_ID'
              value: clientId
            }
            {
              name: 'ENTRA_TENANTS'
              value: join(tenants, ',')
            }
            {
              name: 'DIRECTORY'
              value: directory
            }
            {
              name: 'TEAMS_APP_ID'
              value: teamsAppId
            }
            {
              name: 'BOT_APP_ID'
              value: botIdentity.properties.clientId
            }
            {
              name: 'BOT_TENANT_ID'
              value: subscription().tenantId
            }
            {
              name: 'COSMOS_ENDPOINT'
              value: cosmosEndpoint
            }
            {
              name: 'COSMOS_DATABASE'
              value: databaseName
            }
            {
              name: 'KEY_VAULT_URL'
              value: vaultUrl
            }
            {
              name: 'RETENTION_MONTHS'
              value: retentionMonths
            }
            {
              name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
              value: insights.properties.ConnectionString
            }
            {
              // The exporter tells its makers nothing of how it is used.
              name: 'APPLICATION_INSIGHTS_NO_STATSBEAT'
              value: 'true'
            }
            {
              name: 'DRAIN_SECONDS'
              value: '20'
            }
            {
              // Which of its two identities the service asks for when it opens the store.
              name: 'AZURE_CLIENT_ID'
              value: storeIdentity.properties.clientId
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/health/live'
                port: port
              }
              periodSeconds: 3
              failureThreshold: 240
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/health/live'
                port: port
              }
              periodSeconds: 15
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health/ready'
                port: port
              }
              // Two looks are over before an instance that is told to stop takes no more (DRAIN_SECONDS).
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 2
            }
          ]
        }
      ]
      scale: {
        minReplicas: instances
        maxReplicas: instances + 4
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '200'
              }
            }
          }
        ]
      }
    }
  }
}

@description('The host name that people reach the service at.')
output publicHost string = host

@description('The service, to be watched.')
output serviceId string = service.id

@description('Where its reports are.')
output insightsId string = insights.id

@description('Where its logs are.')
output logsId string = logs.id
