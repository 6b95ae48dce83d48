// What the desktop programs put into a task pane before its scripts run: `window.external`, to which the official
// office.js speaks. Everything is asked of the document of the window around the pane. A plain script, since office.js
// looks for it at once.

/** @import { HostAnswer, PaneMessage, RegisteredEvent } from '../../types.ts' */

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { document: id = '', program = '', language = 'en-US', persona = '', colours = '{}' } = script.dataset;
  const path = `/local/office/documents/${encodeURIComponent(id)}`;
  const tokenPath = script.dataset['tokenPath'] ?? '';
  const isNested = (script.dataset['nested'] ?? '') !== '';
  const isDialog = script.dataset['dialog'] === 'true';

  /** @type {Record<string, string>} */
  let settings = textsIn(script.dataset['settings'] ?? '{}');

  /** @type {Window | null} */
  let dialog = null;
  /** @type {((event: number, payload: unknown) => void) | null} */
  let dialogHandler = null;

  /** The numbers of Office for its own programs. @type {Record<string, number>} */
  const APP_TYPES = { word: 1, powerpoint: 4 };

  /**
   * As in a current Microsoft 365 on the desktop, but for what the address of the pane says.
   *
   * @type {Record<string, string>}
   */
  const SETS = {
    powerpointapi: '1.10',
    wordapi: '1.9',
    // By which the npm build of office.js asks for what WordApi 1.4 has.
    wordapionline: '1.1',
    sharedruntime: '1.2',
    dialogapi: '1.2',
    dialogorigin: '1.1',
    identityapi: '1.3',
    openbrowserwindowapi: '1.1',
    addincommands: '1.3',
    imagecoercion: '1.2',
    officetheme: '1.1',
    file: '1.1',
    compressedfile: '1.1',
    pdffile: '1.1',
    selection: '1.1',
    settings: '1.1',
    activeview: '1.1',
    documentevents: '1.1',
    customxmlparts: '1.1',
    richapiruntimeflag: '1.1',
    ...(isNested ? { nestedappauth: '1.1' } : {}),
    ...textsIn(script.dataset['sets'] ?? '{}'),
  };

  /** Office hands over arrays of another language, which tell of themselves by a method. @param {unknown[]} values */
  const arrayOf = (values) => ({ toArray: () => values });

  /** @param {unknown} message */
  function tellWindow(message) {
    if (window.parent !== window) window.parent.postMessage({ localOffice: message }, location.origin);
  }

  /** @param {string} json */
  function textsIn(json) {
    /** @type {unknown} */
    const texts = JSON.parse(json);
    return /** @type {Record<string, string>} */ (texts);
  }

  /** @param {string} to @param {unknown} body @param {string} method @returns {Promise<HostAnswer>} */
  async function send(to, body, method = 'POST') {
    const response = await fetch(to, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${to} answered ${String(response.status)}`);
    /** @type {unknown} */
    const answer = await response.json();
    return /** @type {HostAnswer} */ (answer);
  }

  /** @param {number} dispId @param {unknown[]} params @returns {Promise<unknown[]>} */
  async function call(dispId, params) {
    if (dispId === 98) {
      const issued = await send(tokenPath, { persona });
      return [0, issued.access_token ?? ''];
    }
    if (dispId === 102) {
      window.open(String(params[0]), '_blank', 'noopener');
      return [0];
    }
    const answer = await send(`${path}/calls`, { dispId, params });
    tellWindow({ revision: answer.revision });
    return answer.values ?? [];
  }

  const context = {
    GetAppType: () => APP_TYPES[program] ?? 0,
    GetSolutionRef: () => 'plumbline-local',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    GetDocUrl: () => script.dataset['name'] ?? '',
    GetAppCapabilities: () => (script.dataset['readOnly'] === 'true' ? 1 : 0),
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetHostFullVersion: () => '16.0.19000.20000',
    GetSupportedMatrix: () => JSON.stringify(SETS),
    GetOfficeThemeInfo: () => colours,
    GetSettings: () => ({
      /** @param {string[]} keys @param {string[]} values */
      Read(keys, values) {
        for (const [key, value] of Object.entries(settings)) {
          keys.push(key);
          values.push(value);
        }
      },
      /** @param {string[]} keys @param {string[]} values @param {(status: number) => void} done */
      WriteAsync(keys, values, done) {
        settings = Object.fromEntries(keys.map((key, at) => [key, String(values[at])]));
        send(`${path}/settings`, settings, 'PUT').then(
          () => done(0),
          () => done(5001),
        );
      },
    }),
  };

  /** @param {string} url */
  function openDialog(url) {
    const target = new URL(url, location.href);
    const inHost = new URL('/local/office/pane', location.origin);
    inHost.searchParams.set('document', id);
    inHost.searchParams.set('dialog', target.href);
    dialog = window.open(inHost.href, 'local-office-dialog', 'popup,width=480,height=640');
    if (dialog === null) return 12009;
    const opened = dialog;
    const watch = setInterval(() => {
      if (!opened.closed) return;
      clearInterval(watch);
      if (dialog === opened) dialogHandler?.(10, arrayOf([12006, '']));
    }, 300);
    return 0;
  }

  /** @param {MessageEvent<PaneMessage>} event */
  const hearDialog = (event) => {
    if (event.origin !== location.origin) return;
    const { localOfficeMessage: said } = event.data;
    if (said !== undefined && event.source === dialog) dialogHandler?.(10, arrayOf([0, said.text, said.origin]));
  };
  window.addEventListener('message', hearDialog);

  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is by this old object that Office speaks to a pane
  Object.assign(window.external, {
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    GetHostInfo: () =>
      `${script.dataset['host'] ?? ''}$Win32$16.01$${language}$$${isDialog ? 'isDialog' : ''}$disableLogging`,
    /** @param {number} dispId @param {unknown[]} params @param {(answer: unknown, code?: number) => void} done */
    Execute(dispId, params, done) {
      call(dispId, params).then(
        (values) => done(arrayOf(values)),
        () => done(5001),
      );
    },
    /** @param {RegisteredEvent} registered */
    RegisterEvent(...registered) {
      const [event, target, handler, done] = registered;
      if (event === 10) {
        dialogHandler = handler;
        done(openDialog(textsIn(target)['url'] ?? target));
      } else setTimeout(() => done(0));
    },
    /** @param {number} event @param {string} _target @param {(status: number) => void} done */
    UnregisterEvent(event, _target, done) {
      if (event === 10) {
        const open = dialog;
        dialog = null;
        open?.close();
      }
      setTimeout(() => done(0));
    },
    /** @param {string} params */
    MessageParent2(params) {
      const message = { text: textsIn(params)['messageToParent'] ?? '', origin: location.origin };
      /** @type {unknown} */
      const opener = window.opener;
      /** @type {Window | null} */ (opener)?.postMessage({ localOfficeMessage: message }, location.origin);
    },
  });
})();
