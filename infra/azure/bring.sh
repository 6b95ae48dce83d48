#!/usr/bin/env bash
# Brings Plumbline to Azure, a step at a time; README.md says in which order:
#   infra/azure/bring.sh register|image|budget|deploy|manifest [FILE]
# FILE has the settings, as env/.env.sample, and is given what a step finds out. Without one, they are in the environment.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
step=${1:-}
file=${2:-}

need() {
  local name is_missing=
  for name in "$@"; do
    if [ -z "${!name:-}" ]; then
      echo "$name is not set." >&2
      is_missing=1
    fi
  done
  if [ -n "$is_missing" ]; then exit 1; fi
}

# Keeps what was found out: in the file, for the steps of a workflow that follow, and for the Agents Toolkit.
keep() {
  if [ -z "$2" ]; then
    echo "$1 was not found out." >&2
    exit 1
  fi
  export "$1=$2"
  echo "$1=$2"
  if [ -n "${GITHUB_ENV:-}" ]; then echo "$1=$2" >> "$GITHUB_ENV"; fi
  if [ -n "${TEAMSFX_ENV:-}" ]; then echo "::set-teamsfx-env $1=$2"; fi
  if [ -z "$file" ]; then return; fi
  if grep -q "^$1=" "$file"; then
    sed -i.before "s|^$1=.*|$1=$2|" "$file"
    rm "$file.before"
  else
    echo "$1=$2" >> "$file"
  fi
}

new_id() {
  cat /proc/sys/kernel/random/uuid 2> /dev/null || uuidgen | tr '[:upper:]' '[:lower:]'
}

# Keeps outputs of a deployment; Azure does not keep the case of their names.
keep_outputs() {
  local found name value
  found=$(node -e '
    const [outputs, ...names] = process.argv.slice(1);
    const values = new Map(Object.entries(JSON.parse(outputs)).map(([name, { value }]) => [name.toUpperCase(), value]));
    for (const name of names) console.log(`${name}=${values.get(name) ?? ""}`);
  ' "$@")
  while IFS='=' read -r name value; do keep "$name" "$value"; done <<< "$found"
}

register() {
  local id
  # What is there stays: packages name these ids, and people have consented to them.
  if [ -z "${TEAMS_APP_ID:-}" ]; then keep TEAMS_APP_ID "$(new_id)"; fi
  if [ -z "${ENTRA_SCOPE_ID:-}" ]; then keep ENTRA_SCOPE_ID "$(new_id)"; fi
  if [ -z "${ENTRA_CLIENT_ID:-}" ]; then
    id=$(az ad app create --display-name "Plumbline${APP_NAME_SUFFIX:+ ($APP_NAME_SUFFIX)}" \
      --sign-in-audience AzureADMultipleOrgs --query appId --output tsv)
    keep ENTRA_CLIENT_ID "$id"
  fi
  az ad sp show --id "$ENTRA_CLIENT_ID" --output none 2> /dev/null || az ad sp create --id "$ENTRA_CLIENT_ID" --output none
  id=$(az ad app show --id "$ENTRA_CLIENT_ID" --query id --output tsv)
  keep ENTRA_OBJECT_ID "$id"
}

image() {
  need AZURE_RESOURCE_GROUP_NAME RESOURCE_NAME
  local outputs tag
  tag=${IMAGE_TAG:-$(git -C "$here" rev-parse HEAD)}
  outputs=$(az deployment group create --resource-group "$AZURE_RESOURCE_GROUP_NAME" --name registry \
    --template-file "$here/registry.bicep" --parameters name="$RESOURCE_NAME" \
    --query properties.outputs --output json)
  keep_outputs "$outputs" REGISTRY_NAME REGISTRY_SERVER
  (cd "$here/../.." && az acr build --registry "$REGISTRY_NAME" --file infra/azure/Containerfile --image "plumbline:$tag" .)
  keep IMAGE "$REGISTRY_SERVER/plumbline:$tag"
}

budget() {
  need AZURE_RESOURCE_GROUP_NAME RESOURCE_NAME ALERT_EMAIL
  az deployment group create --resource-group "$AZURE_RESOURCE_GROUP_NAME" --name budget \
    --template-file "$here/budget.bicep" --output none \
    --parameters name="$RESOURCE_NAME" alertEmail="$ALERT_EMAIL" monthlyBudget="${MONTHLY_BUDGET:-300}"
}

deploy() {
  need AZURE_RESOURCE_GROUP_NAME RESOURCE_NAME REGISTRY_NAME IMAGE ENTRA_CLIENT_ID ENTRA_TENANTS TEAMS_APP_ID ALERT_EMAIL
  local name outputs
  # An empty one counts as not set, and is as main.bicepparam says.
  for name in DIRECTORY INSTANCES MOST_THROUGHPUT; do
    if [ -z "${!name:-}" ]; then unset "$name"; fi
  done
  outputs=$(az deployment group create --resource-group "$AZURE_RESOURCE_GROUP_NAME" --name plumbline \
    --parameters "$here/main.bicepparam" --query properties.outputs --output json)
  keep_outputs "$outputs" PUBLIC_HOST BOT_APP_ID STORE_IDENTITY_ID
}

patch() {
  az rest --method PATCH --uri "https://graph.microsoft.com/v1.0/applications/$ENTRA_OBJECT_ID" \
    --headers Content-Type=application/json --body "$1"
}

manifest() {
  need ENTRA_OBJECT_ID ENTRA_CLIENT_ID ENTRA_SCOPE_ID PUBLIC_HOST ENTRA_TENANTS
  local bodies tenant
  bodies=$(node -e '
    const text = require("node:fs").readFileSync(process.argv[1], "utf8");
    const { id, appId, displayName, ...whole } = JSON.parse(text.replace(/\$\{\{(\w+)\}\}/g, (_, name) => process.env[name]));
    const { requiredResourceAccess, api: { preAuthorizedApplications, ...api }, ...first } = whole;
    console.log(JSON.stringify({ ...first, api }));
    console.log(JSON.stringify(whole));
  ' "$here/entra.manifest.json")
  # The scope first, and then who may ask for it: Entra refuses to name one that it does not know yet.
  patch "$(head -n 1 <<< "$bodies")"
  patch "$(tail -n 1 <<< "$bodies")" || {
    # It may take a moment until all of Entra knows the scope.
    sleep "${PAUSE:-15}"
    patch "$(tail -n 1 <<< "$bodies")"
  }
  echo 'An administrator of each tenant consents:'
  for tenant in ${ENTRA_TENANTS//,/ }; do
    echo "https://login.microsoftonline.com/$tenant/adminconsent?client_id=$ENTRA_CLIENT_ID&redirect_uri=https://$PUBLIC_HOST/tab/"
  done
}

if [ -n "$file" ]; then
  set -a
  # shellcheck disable=SC1090
  source "$(cd "$(dirname "$file")" && pwd)/$(basename "$file")"
  set +a
fi
case $step in
  register | image | budget | deploy | manifest)
    if [ -n "${AZURE_SUBSCRIPTION_ID:-}" ]; then az account set --subscription "$AZURE_SUBSCRIPTION_ID"; fi
    "$step"
    ;;
  *)
    sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}" >&2
    exit 1
    ;;
esac
