// Passkeys: asks the device to make or use one, and puts what it says into the form that goes to the server.
import {each} from './lib.js';

const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const textOf = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));

function keys(ids) {
  return ids ? ids.split(',').map((id) => ({type: 'public-key', id: bytesOf(id)})) : [];
}

async function make({challenge, rp, user, userName, ids}) {
  const {rawId, response} = await navigator.credentials.create({publicKey: {
    challenge: new TextEncoder().encode(challenge),
    rp: {id: rp, name: 'Nhịp Cầu'},
    user: {id: new TextEncoder().encode(user), name: userName, displayName: userName},
    pubKeyCredParams: [{type: 'public-key', alg: -7}, {type: 'public-key', alg: -257}],
    excludeCredentials: keys(ids),
    authenticatorSelection: {residentKey: 'required', userVerification: 'required'},
    attestation: 'none',
  }});
  return {credential: rawId, client_data: response.clientDataJSON, authenticator_data: response.getAuthenticatorData()};
}

async function use({challenge, rp, ids}) {
  const {rawId, response} = await navigator.credentials.get({publicKey: {
    challenge: new TextEncoder().encode(challenge), rpId: rp, allowCredentials: keys(ids), userVerification: 'required',
  }});
  return {credential: rawId, client_data: response.clientDataJSON, authenticator_data: response.authenticatorData, signature: response.signature};
}

function watch(form) {
  if (form.dataset.ready) return;
  form.dataset.ready = '1';
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const trouble = form.parentElement.querySelector('[data-passkey-trouble]');
    trouble.hidden = true;
    try {
      const said = await (form.dataset.passkey === 'create' ? make : use)(form.dataset);
      for (const [name, value] of Object.entries(said)) form.elements[name].value = textOf(value);
      HTMLFormElement.prototype.submit.call(form);
    } catch {
      trouble.hidden = false;
    }
  });
}

export function start() {
  each('form[data-passkey]', watch);
}
