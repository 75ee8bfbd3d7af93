// Signing in with another provider: OpenID Connect, authorization code with PKCE. Asking the provider and checking what it says.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

namespace nc::oidc {

struct Provider {
  std::string issuer;          ///< "https://accounts.example.org", exactly as its tokens say it
  std::string client, secret;  ///< an empty secret is a public client: PKCE alone
  bool loopback_http = false;  ///< plain http to this machine is let through (tests)
};
/// Where the provider is asked, from its discovery document, whose issuer has to be the one asked for.
struct Endpoints {
  std::string authorize, token, keys;
};
Result<Endpoints> discover(const Provider& provider);
/// The provider's public keys (JWKS) as they came.
Result<std::string> fetch_keys(const Provider& provider, const Endpoints& endpoints);

/// The secrets of one try to sign in: they stay with the browser and this program.
struct Try {
  std::string state, nonce, verifier;
};
Try new_try();
/// The S256 challenge of a verifier (RFC 7636).
std::string challenge_of(std::string_view verifier);
/// Where the browser is sent. `again`: the provider is to ask for the pass-phrase even of those signed in there.
std::string authorize_address(const Provider& provider, const Endpoints& endpoints, const Try& tried, std::string_view redirect, bool again);
/// Exchanges the code for the ID token. What the provider refuses is a Problem in words.
Result<std::string> fetch_token(const Provider& provider, const Endpoints& endpoints, std::string_view code, std::string_view verifier, std::string_view redirect);

/// What a token says of a person.
struct Claims {
  std::string issuer, subject, email, name;
  bool email_verified = false;
  Instant authenticated_at = 0;  ///< when the person last gave a proof there; 0 when it isn't said
};
/// Signature (RS256, PS256, ES256, by a key of the set), issuer, audience, authorized party, times (a minute of grace) and nonce all have to
/// hold. `unknown_key` is set when the set has no key of that name: it may be an old set.
Result<Claims> checked_token(std::string_view token, std::string_view keys, const Provider& provider, std::string_view nonce, Instant at, bool* unknown_key = nullptr);

}  // namespace nc::oidc
