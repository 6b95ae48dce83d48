import { createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What an HTTPS server on this machine shows, in PEM. */
export interface LocalCertificate {
  readonly key: string;
  readonly cert: string;
}

const DAY = 86_400_000;
/** Object identifiers: sha256WithRSAEncryption, commonName, subjectAltName, basicConstraints. */
const RSA_SHA256 = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const COMMON_NAME = [0x55, 0x04, 0x03];
const ALTERNATIVE_NAMES = [0x55, 0x1d, 0x11];
const CONSTRAINTS = [0x55, 0x1d, 0x13];

/**
 * Makes a certificate for `localhost` and 127.0.0.1 that signs itself (RFC 5280), good for thirty days. Node takes it from
 * NODE_EXTRA_CA_CERTS; sign-in libraries speak with an issuer over https only. Its name holds its number: of two trusted
 * certificates of one name OpenSSL tries one.
 */
export function makeCertificate(now: number): LocalCertificate {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const algorithm = sequence(identifier(RSA_SHA256), Buffer.from([0x05, 0x00]));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(15)]);
  const called = Buffer.from(`localhost ${serial.toString('hex')}`);
  const name = sequence(set(sequence(identifier(COMMON_NAME), tagged(0x0c, called))));
  const content = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    algorithm,
    name,
    sequence(time(now - DAY), time(now + 30 * DAY)),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(alternativeNames(), constraints())),
  );
  const signed = sequence(content, algorithm, bits(sign('sha256', content, privateKey)));
  return { key: pemOf(privateKey), cert: `-----BEGIN CERTIFICATE-----\n${lines(signed)}\n-----END CERTIFICATE-----\n` };
}

function alternativeNames(): Buffer {
  const names = sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1])));
  return sequence(identifier(ALTERNATIVE_NAMES), tagged(0x04, names));
}

/** It may sign, so that whoever trusts it can check it by itself. */
function constraints(): Buffer {
  const yes = Buffer.from([0x01, 0x01, 0xff]);
  return sequence(identifier(CONSTRAINTS), yes, tagged(0x04, sequence(yes)));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const digits = Buffer.from([length >> 16, (length >> 8) & 0xff, length & 0xff]);
  const short = digits.subarray(digits.findIndex((digit) => digit > 0));
  return Buffer.concat([Buffer.from([tag, 0x80 | short.length]), short, content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function set(part: Buffer): Buffer {
  return tagged(0x31, part);
}

function identifier(bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}

function bits(content: Buffer): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), content]));
}

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return tagged(0x17, Buffer.from(digits.slice(2)));
}

function lines(der: Buffer): string {
  return der.toString('base64').replaceAll(/(.{64})(?=.)/g, '$1\n');
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
