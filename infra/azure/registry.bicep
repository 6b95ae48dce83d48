targetScope = 'resourceGroup'

@description('What every resource of this deployment is called after: 3 to 12 small letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'plumbline'

@description('Where the resources are.')
param location string = resourceGroup().location

// Deployed first: an image must be there before the service that runs it.
resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: '${name}${uniqueString(resourceGroup().id)}'
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

@description('The registry that images are pushed to.')
output REGISTRY_NAME string = registry.name

@description('Its address.')
output REGISTRY_SERVER string = registry.properties.loginServer
