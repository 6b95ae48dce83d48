/** Whether this build is for a host on this machine, set by the build; false in a production build. */
declare const __LOCAL_HOST__: boolean;
/** The version of this package, for support. */
declare const __VERSION__: string;
