/**
 * An access token as it can travel in a header (RFC 6750, 2.1: printable ASCII without spaces, "=" only at
 * the end). n8n keeps what `preAuthentication` gives in the credential, and would run one that begins
 * with "=".
 */
export const isBearerToken = (text: string): boolean =>
	/^[\x21-\x3c\x3e-\x7e][\x21-\x7e]*$/.test(text);
