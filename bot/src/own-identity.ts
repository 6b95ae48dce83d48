import type { TokenCredential } from '@azure/identity';

/** The managed identity in Azure; on a desk, whoever is signed in to Azure's tools. */
export async function ownIdentity(): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
