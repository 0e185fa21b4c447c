/** The Authorization header of an OAuth client; id and secret are form-encoded first (RFC 6749, 2.3.1). */
export const basicAuthorization = (id: string, secret: string): string => {
	const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`;
	return `Basic ${Buffer.from(pair).toString('base64')}`;
};
