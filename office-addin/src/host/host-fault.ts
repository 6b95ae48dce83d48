/** Why Office did not do what was asked: each has words with a next step in `pane.json`. */
export type HostFaultKind =
  /** This Office lacks what the pane needs. */
  | 'host.too-old'
  /** The document may not be changed: opened for reading, marked final, or protected. */
  | 'host.read-only'
  /** Office is in the middle of something: a cell is edited, a dialog is open, a slide show runs. */
  | 'host.busy'
  /** Word writes down every change as one to be accepted. */
  | 'host.tracked'
  /** What was worked on is not there any more. */
  | 'host.gone'
  /** Office refused what it was given. */
  | 'host.refused'
  /** The document has become too large for one call. */
  | 'host.too-large'
  /** Office lost its own connection: Office on the web, offline. */
  | 'host.offline'
  /** A part of the pane did not come: there is no connection, or the service was renewed meanwhile. */
  | 'host.unloaded'
  /** Office does not say why. */
  | 'host.failed';

export interface HostFault {
  readonly kind: HostFaultKind;
  /** Office's own code, for support; never a word of the document. */
  readonly code: string;
}

const KINDS: Readonly<Record<string, HostFaultKind>> = {
  AccessDenied: 'host.read-only',
  NotAllowed: 'host.read-only',
  EditModeNotAllowed: 'host.read-only',
  ReadOnly: 'host.read-only',
  DocumentIsReadOnly: 'host.read-only',
  '5010': 'host.read-only',
  '7000': 'host.read-only',
  Busy: 'host.busy',
  HostIsBusy: 'host.busy',
  InvalidOperationInCellEditMode: 'host.busy',
  RequestAborted: 'host.busy',
  '5013': 'host.busy',
  ItemNotFound: 'host.gone',
  InvalidReference: 'host.gone',
  SlideNotFound: 'host.gone',
  InvalidSlide: 'host.gone',
  InvalidArgument: 'host.refused',
  InvalidRequest: 'host.refused',
  UnsupportedOperation: 'host.refused',
  ApiNotFound: 'host.too-old',
  NotImplemented: 'host.too-old',
  ApiNotAvailable: 'host.too-old',
  PropertyNotLoaded: 'host.failed',
  RequestPayloadSizeLimitExceeded: 'host.too-large',
  ResponsePayloadSizeLimitExceeded: 'host.too-large',
  InsufficientMemory: 'host.too-large',
  ConnectionFailure: 'host.offline',
  Timeout: 'host.busy',
  NetworkError: 'host.offline',
  AuthenticationError: 'host.refused',
};

/** Reads what Office threw or answered. */
export function hostFaultOf(cause: unknown): HostFault {
  const code = codeOf(cause);
  return { kind: KINDS[code] ?? 'host.failed', code };
}

/** Office's code, `Unknown` where it has none: a message may quote the document. */
function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return 'Unknown';
  const { code } = cause;
  if (typeof code === 'number') return String(code);
  return typeof code === 'string' && /^[A-Za-z0-9]{1,64}$/.test(code) ? code : 'Unknown';
}
