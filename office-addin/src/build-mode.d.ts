/** Whether this build is for a host on this machine, set by the build; false in a production build. */
declare const __LOCAL_HOST__: boolean;
