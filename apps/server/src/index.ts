/** The HTTP interface: `createApp` answers, `startServer` listens. */
export type { Dependencies } from './create-app.ts';
export { createApp } from './create-app.ts';
export type { RunningServer, ServerOptions } from './start-server.ts';
export { startServer } from './start-server.ts';
export type { IdentitySettings, Mode } from './identity/identity-settings.ts';
export { demonstration, identitySettings } from './identity/identity-settings.ts';
