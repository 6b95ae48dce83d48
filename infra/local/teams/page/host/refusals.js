/** @import { Faults } from '../../types.ts' */

/** The error codes of teams-js' `ErrorCode` that this host gives. */
export const ERROR_CODE = {
  notSupportedOnPlatform: 100,
  internal: 500,
  notSupportedInContext: 501,
  permissionDenied: 1000,
};

/**
 * What `getAuthToken` fails with, in the words that Teams itself uses.
 *
 * @type {Readonly<Record<Exclude<Faults['token'], 'ok' | 'silent'>, string>>}
 */
export const TOKEN_REFUSALS = {
  consent: 'resourceRequiresConsent',
  cancelled: 'CancelledByUser',
  failed: 'App resource defined in manifest and iframe origin do not match',
};

/** @type {Readonly<Record<Exclude<Faults['stage'], 'ok'>, { errorCode: number; message: string }>>} */
export const STAGE_REFUSALS = {
  refused: {
    errorCode: ERROR_CODE.permissionDenied,
    message: 'App does not have proper permissions to allow share to stage',
  },
  context: {
    errorCode: ERROR_CODE.notSupportedInContext,
    message: 'API is not supported in the current context',
  },
  internal: { errorCode: ERROR_CODE.internal, message: 'Internal error encountered while sharing to stage' },
};

/** Functions whose answer teams-js reads as `[succeeded, reason]`; the rest it reads as `[error, result]`. */
const ANSWERED_BY_SUCCESS =
  /^(?:executeDeepLink|navigateBack|navigateCrossDomain|navigateToTab|settings\.setSettings|search\.closeSearch|authentication\..*|appInstallDialog\..*|calendar\..*|call\..*|chat\..*|conversations\..*|mail\..*|pages\.navigateToApp)$/;

/**
 * The answer that tells teams-js that the host has no such function, in the shape that this function's caller reads.
 *
 * @param {string} func
 * @returns {readonly unknown[]}
 */
export function refuseAsUnsupported(func) {
  const message = `${func} is not supported on platform`;
  if (ANSWERED_BY_SUCCESS.test(func)) return [false, message];
  return [{ errorCode: ERROR_CODE.notSupportedOnPlatform, message }];
}
