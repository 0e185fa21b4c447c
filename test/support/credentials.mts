import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsHelper,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

/**
 * Credentials as n8n's server keeps them (n8n 2.41.1 dist/credentials-helper.js), in memory: defaults
 * and expressions resolved on reading, tokens of preAuthentication and of OAuth2 saved on writing.
 */

export interface StoredCredential {
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** What every OAuth2 credential has besides its own fields. */
const OAUTH2_DEFAULTS: ICredentialDataDecryptedObject = {
	authentication: 'header',
	sendAdditionalBodyProperties: false,
	additionalBodyProperties: '{}',
	ignoreSSLIssues: false,
};

const RESOLVER: INode = {
	id: 'resolver',
	name: 'Resolver',
	type: 'resolver',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const isExpression = (value: unknown): boolean =>
	typeof value === 'string' && value.startsWith('=');

export class MemoryCredentials {
	readonly stored: Map<string, StoredCredential>;
	readonly types: Map<string, ICredentialType>;
	/** How often a stored credential was changed, by type: a new token each time. */
	readonly saves: Record<string, number> = {};
	/** Node types that may use a credential type, as n8n's package loader derives it. */
	readonly supported: Map<string, string[]>;
	readonly #workflow: Workflow;

	constructor(
		types: ICredentialType[],
		stored: Record<string, StoredCredential>,
		supported: Map<string, string[]>,
	) {
		this.types = new Map(types.map((type) => [type.name, type]));
		this.stored = new Map(Object.entries(stored));
		this.supported = supported;
		const type = { description: { properties: [] as INodeProperties[] } };
		this.#workflow = new Workflow({
			nodes: [RESOLVER],
			connections: {},
			active: false,
			nodeTypes: {
				getByName: () => type as never,
				getByNameAndVersion: () => type as never,
				getKnownTypes: () => ({}),
			},
		});
	}

	#type(name: string): ICredentialType {
		const type = this.types.get(name);
		if (type === undefined) throw new Error(`Unknown credential type ${name}`);
		return type;
	}

	#entry(details: INodeCredentialsDetails): StoredCredential {
		const entry = this.stored.get(details.id ?? '');
		if (entry === undefined) throw new Error(`No credential with the id ${details.id}`);
		return entry;
	}

	#isOAuth2(name: string): boolean {
		return this.#type(name).extends?.includes('oAuth2Api') ?? false;
	}

	#resolve(text: string, keys: Record<string, unknown>, self: object): unknown {
		return this.#workflow.expression.getComplexParameterValue(
			RESOLVER,
			{ value: text },
			'internal',
			keys as never,
			undefined,
			undefined,
			self as never,
		);
	}

	read(details: INodeCredentialsDetails, raw = false): ICredentialDataDecryptedObject {
		const entry = this.#entry(details);
		const data: ICredentialDataDecryptedObject = this.#isOAuth2(entry.type)
			? { ...OAUTH2_DEFAULTS }
			: {};
		for (const property of this.#type(entry.type).properties) {
			data[property.name] = property.default as never;
		}
		Object.assign(data, structuredClone(entry.data));
		if (raw) return data;
		for (const [name, value] of Object.entries(data)) {
			if (!isExpression(value)) continue;
			const resolved = this.#resolve(String(value), {}, data) as { value: never };
			data[name] = resolved.value;
		}
		return data;
	}

	#save(details: INodeCredentialsDetails, data: ICredentialDataDecryptedObject): void {
		const entry = this.#entry(details);
		entry.data = structuredClone(data);
		this.saves[entry.type] = (this.saves[entry.type] ?? 0) + 1;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		name: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.#type(name);
		if (authenticate === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const request = options as unknown as Record<string, Record<string, unknown> | undefined>;
		for (const [part, values] of Object.entries(authenticate.properties)) {
			for (const [key, text] of Object.entries(values as Record<string, string>)) {
				const keys = { $credentials: credentials };
				const resolved = isExpression(text)
					? (this.#resolve(text, keys, {}) as { value: unknown }).value
					: text;
				request[part] = { ...request[part], [key]: resolved };
			}
		}
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		name: string,
		node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.#type(name);
		const token = type.properties.find((property) => property.typeOptions?.expirable === true);
		if (token === undefined || type.preAuthentication === undefined) return undefined;
		if (credentials[token.name] !== '' && !expired) return undefined;
		const output = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		const details = node.credentials?.[name];
		if (details !== undefined) this.#save(details, { ...this.#entry(details).data, ...output });
		return Object.assign(credentials, output);
	}

	/** The object that n8n-core calls. */
	helper(): ICredentialsHelper {
		const helper = {
			getParentTypes: (name: string) => this.#type(name).extends ?? [],
			isCredentialUsableByNode: (name: string, nodeType: string) =>
				this.#type(name).restrictToSupportedNodes !== true ||
				(this.supported.get(name) ?? []).includes(nodeType),
			getCredentialsProperties: (name: string) => this.#type(name).properties,
			authenticate: this.authenticate.bind(this),
			preAuthentication: this.preAuthentication.bind(this),
			runPreAuthentication: async () => undefined,
			getCredentials: async () => {
				throw new Error('not needed');
			},
			getDecrypted: async (
				_additional: IWorkflowExecuteAdditionalData,
				details: INodeCredentialsDetails,
				_type: string,
				_mode: string,
				_executeData?: unknown,
				raw?: boolean,
			) => this.read(details, raw),
			updateCredentials: async (
				details: INodeCredentialsDetails,
				_type: string,
				data: ICredentialDataDecryptedObject,
			) => this.#save(details, data),
			updateCredentialsOauthTokenData: async (
				details: INodeCredentialsDetails,
				_type: string,
				data: ICredentialDataDecryptedObject,
			) => this.#save(details, data),
		};
		return helper as unknown as ICredentialsHelper;
	}
}
