using 'main.bicep'

// The settings of env/.env.sample. One that is not set here or there is as main.bicep says.
param name = readEnvironmentVariable('RESOURCE_NAME')
param registryName = readEnvironmentVariable('REGISTRY_NAME')
param image = readEnvironmentVariable('IMAGE')
param publicHost = readEnvironmentVariable('OWN_HOST', '')
param certificateId = readEnvironmentVariable('CERTIFICATE_ID', '')
param clientId = readEnvironmentVariable('ENTRA_CLIENT_ID')
param tenants = split(replace(readEnvironmentVariable('ENTRA_TENANTS'), ' ', ''), ',')
param teamsAppId = readEnvironmentVariable('TEAMS_APP_ID')
param retentionMonths = readEnvironmentVariable('RETENTION_MONTHS', '')
param directory = readEnvironmentVariable('DIRECTORY', 'off')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
param instances = int(readEnvironmentVariable('INSTANCES', '2'))
param mostThroughput = int(readEnvironmentVariable('MOST_THROUGHPUT', '4000'))
param cosmosAccount = readEnvironmentVariable('COSMOS_ACCOUNT', '')
