/** Origins of hosts on this machine whose messages the tab hears, set by the build; none in a production build. */
declare const __HOST_ORIGINS__: readonly string[];
