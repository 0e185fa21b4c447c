import type { SoapLogin } from '../../Nmbrs/api/soap/authHeader';
import { withLogin } from '../../Nmbrs/api/soap/authHeader';
import type { Signer } from '../../shared/http/carried';

/** Puts the login that a customer typed into each SOAP request. */
export const signWith =
	(login: SoapLogin): Signer =>
	(request) => ({
		...request,
		body: withLogin(
			String(request.body ?? ''),
			String(request.headers?.['SOAPAction'] ?? ''),
			login,
		),
	});
