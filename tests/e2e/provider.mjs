// A real OpenID Connect provider (oidc-provider) on a loopback port, for the journey that signs in with one.
import http from 'node:http';

import Provider from 'oidc-provider';

import {freePort} from './server.mjs';

/** Anybody may sign in there with any pass-phrase; `unverified` has a mail address that nobody checked. */
export async function startProvider({client, secret, callback, emails}) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const warn = console.warn;
  console.warn = () => {};  // it tells at length that its keys and pages are for trying out: they are
  const provider = new Provider(issuer, {
    clients: [{client_id: client, client_secret: secret, redirect_uris: [callback], response_types: ['code'], grant_types: ['authorization_code'], token_endpoint_auth_method: 'client_secret_basic'}],
    claims: {openid: ['sub'], email: ['email', 'email_verified'], profile: ['name']},
    conformIdTokenClaims: false,
    pkce: {required: () => true},
    cookies: {keys: ['only for this journey']},
    findAccount: (_, id) => ({accountId: id, claims: async () => ({sub: id, name: id, email: emails[id] ?? `${id}@elsewhere.example`, email_verified: id !== 'unverified'})}),
  });
  const server = http.createServer(provider.callback());
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  console.warn = warn;
  return {
    issuer,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
