/** A SOAP fault. With a code its text reads `… ---> 1003: …`, as the vendor's does. */
export class SoapFault extends Error {
	readonly code: number | null;
	readonly who: 'Client' | 'Server';

	constructor(code: number | null, text: string, who: 'Client' | 'Server' = 'Server') {
		super(
			code === null
				? text
				: `System.Web.Services.Protocols.SoapException: Server was unable to process request. ---> ${code}: ${text}`,
		);
		this.code = code;
		this.who = who;
	}
}

const TEXTS: Record<number, string> = {
	1001: 'Invalid Authentication, check your username, token and domain',
	1002: 'Operation not allowed by the API template of this user',
	1003: 'Debtor or company is not visible to this user',
	2003: 'No access to this employee',
	2004: 'No access to this company',
	2009: 'No access to this debtor',
	2019: 'Task status not available',
	2020: 'Task id of another task',
	2021: 'Invalid task result',
	2022: 'Invalid leave type',
};

export const fault = (code: number): SoapFault =>
	new SoapFault(code, TEXTS[code] ?? 'Unknown error');
