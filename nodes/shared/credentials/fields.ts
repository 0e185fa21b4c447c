import type { INodeProperties } from 'n8n-workflow';

/** The fields that credentials of several systems have: shape here, words with the credential. */

type Words = Pick<INodeProperties, 'displayName' | 'name'> & {
	description?: string;
	placeholder?: string;
};

/** A line of text; `required` unless an empty one means something. */
export const textField = (words: Words, required = true): INodeProperties => ({
	type: 'string',
	default: '',
	...(required ? { required } : {}),
	...words,
});

/** A key, token or secret: never shown again. */
export const secretField = (words: Words): INodeProperties => ({
	...textField(words),
	typeOptions: { password: true },
});

/** A remark above or below the fields. */
export const noticeField = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});

/** Of a credential that fetches its own token: where n8n keeps it, encrypted, until a 401. */
export const FETCHED_TOKEN: INodeProperties = {
	displayName: 'Access Token',
	name: 'accessToken',
	type: 'hidden',
	typeOptions: { expirable: true, password: true },
	default: '',
};
