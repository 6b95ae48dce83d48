import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Has this process trust a server on this machine beside those that it trusts already. */
export function trustCertificate(pem: string): void {
  setDefaultCACertificates([...getCACertificates('default'), pem]);
}
