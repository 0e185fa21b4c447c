import axios, { type AxiosRequestConfig } from 'axios';
import {
	NodeApiError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

/**
 * A small IExecuteFunctions that sends real HTTP the way n8n-core 2.41 does: same axios options, same
 * NodeApiError around what goes wrong, token refresh and one resend on 401, cancel signal passed on.
 */

export interface FakeCredential {
	data: ICredentialDataDecryptedObject;
	/** An instance of the credential class: its authenticate and preAuthentication are used. */
	type?: ICredentialType;
	/** OAuth2 only: what the token endpoint would give; throws what n8n would throw. */
	refresh?: () => Promise<string>;
}

export interface FakeContextOptions {
	nodeType?: string;
	parameters?: Record<string, unknown>;
	credentials?: Record<string, FakeCredential>;
	input?: INodeExecutionData[];
	inputs?: INodeExecutionData[][];
	continueOnFail?: boolean;
	onError?: INode['onError'];
	timezone?: string;
	signal?: AbortSignal;
	toolExecution?: boolean;
	/** How n8n runs the workflow; `manual` where nothing is said. */
	mode?: string;
	/** What n8n keeps with the workflow between production runs. */
	staticData?: IDataObject;
}

export interface FakeContext {
	context: IExecuteFunctions;
	/** Lines that the node logged. */
	log: string[];
	/** Requests as handed to n8n's helper (method and URL). */
	sent: string[];
	hints: string[];
	node: INode;
	/** What the node keeps with its execution. */
	nodeContext: IDataObject;
}

const resolveExpression = (
	template: unknown,
	credentials: ICredentialDataDecryptedObject,
): unknown =>
	typeof template === 'string' && template.startsWith('=')
		? template
				.slice(1)
				.replace(/\{\{\s*\$credentials\.(\w+)\s*\}\}/g, (_all, name: string) =>
					String(credentials[name] ?? ''),
				)
		: template;

async function authenticated(
	request: IHttpRequestOptions,
	credential: FakeCredential,
): Promise<IHttpRequestOptions> {
	const { type, data } = credential;
	if (type?.extends?.includes('oAuth2Api') === true || data['oauthTokenData'] !== undefined) {
		const token = (data['oauthTokenData'] as IDataObject | undefined)?.['access_token'];
		return {
			...request,
			headers: { ...request.headers, Authorization: `Bearer ${String(token)}` },
		};
	}
	if (typeof type?.authenticate === 'function') return await type.authenticate(data, request);
	const properties = type?.authenticate?.properties ?? {};
	const filled = (part: unknown): IDataObject =>
		Object.fromEntries(
			Object.entries((part ?? {}) as IDataObject).map(([key, value]) => [
				key,
				resolveExpression(value, data),
			]),
		) as IDataObject;
	return {
		...request,
		headers: { ...request.headers, ...filled(properties.headers) },
		...(properties.qs === undefined ? {} : { qs: { ...request.qs, ...filled(properties.qs) } }),
	};
}

const runPreAuthentication = async (credential: FakeCredential, force: boolean): Promise<void> => {
	const { type, data } = credential;
	if (type?.preAuthentication === undefined) return;
	const expirable = type.properties.find((property) => property.typeOptions?.expirable === true);
	if (expirable === undefined || (!force && (data[expirable.name] ?? '') !== '')) return;
	const fresh = await type.preAuthentication.call(
		{
			helpers: { httpRequest: async (options: IHttpRequestOptions) => await httpRequest(options) },
		},
		data,
	);
	Object.assign(data, fresh);
};

/** As n8n's convertN8nRequestToAxios and httpRequest (@n8n/backend-network, http/axios/request). */
async function httpRequest(request: IHttpRequestOptions): Promise<unknown> {
	const ignore = request.ignoreHttpStatusErrors;
	const config = {
		url: request.url,
		...(request.baseURL === undefined ? {} : { baseURL: request.baseURL }),
		method: request.method ?? 'GET',
		headers: { ...(request.headers as Record<string, string>) },
		params: request.qs,
		data: request.body,
		timeout: request.timeout ?? 300_000,
		...(request.encoding === undefined ? {} : { responseType: request.encoding as 'arraybuffer' }),
		...(request.abortSignal === undefined ? {} : { signal: request.abortSignal as AbortSignal }),
		...(request.disableFollowRedirect === true ? { maxRedirects: 0 } : {}),
		...(ignore === undefined || ignore === false
			? {}
			: { validateStatus: (status: number) => ignore === true || !ignore.except.includes(status) }),
		proxy: false as const,
	};
	const reply = await axios.request(config as AxiosRequestConfig);
	return request.returnFullResponse === true
		? {
				body: reply.data,
				headers: reply.headers,
				statusCode: reply.status,
				statusMessage: reply.statusText,
			}
		: reply.data;
}

const statusOf = (error: unknown): number | undefined =>
	axios.isAxiosError(error) ? error.response?.status : undefined;

const binaryOf = (item: INodeExecutionData | undefined): INodeExecutionData['binary'] =>
	item?.binary;

export function fakeContext(options: FakeContextOptions = {}): FakeContext {
	const log: string[] = [];
	const sent: string[] = [];
	const hints: string[] = [];
	const nodeContext: IDataObject = {};
	const node: INode = {
		id: 'node-1',
		name: 'Test node',
		type: options.nodeType ?? 'n8n-nodes-alleo.nmbrs',
		typeVersion: 1,
		position: [0, 0],
		parameters: (options.parameters ?? {}) as INode['parameters'],
		...(options.onError === undefined ? {} : { onError: options.onError }),
		credentials: Object.fromEntries(
			Object.keys(options.credentials ?? {}).map((name) => [
				name,
				{ id: name, name: `my ${name}` },
			]),
		),
	};
	const inputs = options.inputs ?? [options.input ?? [{ json: {} }]];

	const credentialOf = (name: string): FakeCredential => {
		const credential = options.credentials?.[name];
		if (credential === undefined) {
			throw new Error(`Node "${node.name}" does not have any credentials of type "${name}" set`);
		}
		return credential;
	};

	const send = async (
		name: string,
		given: IHttpRequestOptions,
		signal: AbortSignal | undefined,
	): Promise<unknown> => {
		const request = { ...given };
		if (signal !== undefined) request.abortSignal = signal as never;
		const credential = credentialOf(name);
		const once = async (): Promise<unknown> => {
			sent.push(`${request.method ?? 'GET'} ${request.url}`);
			return await httpRequest(await authenticated(request, credential));
		};
		try {
			await runPreAuthentication(credential, false);
			return await once();
		} catch (error) {
			if (statusOf(error) !== 401) throw new NodeApiError(node, error as never);
			try {
				if (credential.refresh !== undefined) {
					credential.data['oauthTokenData'] = { access_token: await credential.refresh() };
				} else if (credential.type?.preAuthentication !== undefined) {
					await runPreAuthentication(credential, true);
				} else throw error;
				return await once();
			} catch (second) {
				throw new NodeApiError(node, second as never);
			}
		}
	};

	const parameter = (name: string, _index?: number, fallback?: unknown): unknown => {
		const parts = name.split('.');
		let value: unknown = options.parameters ?? {};
		for (const part of parts) {
			value =
				typeof value === 'object' && value !== null ? (value as IDataObject)[part] : undefined;
		}
		if (value !== undefined) return value;
		if (fallback !== undefined) return fallback;
		throw new Error(`Could not get parameter "${name}"`);
	};

	const line = (message: string): void => void log.push(message);
	const context = {
		getNode: () => node,
		getInputData: (index = 0) => inputs[index] ?? [],
		getNodeParameter: parameter,
		getCurrentNodeParameter: (name: string) => parameter(name, 0, null),
		getCurrentNodeParameters: () => node.parameters,
		getCredentials: async (name: string) => credentialOf(name).data,
		getWorkflowStaticData: () => options.staticData ?? {},
		getTimezone: () => options.timezone ?? 'Europe/Amsterdam',
		getMode: () => options.mode ?? 'manual',
		getContext: () => nodeContext,
		getWorkflow: () => ({ id: 'workflow-1', name: 'Test', active: false }),
		getExecutionId: () => '1',
		getExecutionCancelSignal: () => options.signal,
		onExecutionCancellation: (handler: () => unknown) =>
			options.signal?.addEventListener('abort', () => void handler()),
		continueOnFail: () =>
			options.continueOnFail === true || node.onError?.startsWith('continue') === true,
		isToolExecution: () => options.toolExecution === true,
		addExecutionHints: (...given: Array<{ message: string }>) =>
			void hints.push(...given.map((hint) => hint.message)),
		sendMessageToUI: () => undefined,
		logger: { debug: line, info: line, warn: line, error: line },
		helpers: {
			httpRequest,
			/** As n8n does, the signal comes from whatever context the helper is called on. */
			async httpRequestWithAuthentication(
				this: IExecuteFunctions | undefined,
				name: string,
				request: IHttpRequestOptions,
			) {
				return await send(name, request, this?.getExecutionCancelSignal?.());
			},
			prepareBinaryData: async (data: Buffer, fileName: string, mimeType: string) => ({
				data: data.toString('base64'),
				fileName,
				mimeType,
			}),
			getBinaryDataBuffer: async (item: number, property: string) =>
				Buffer.from(binaryOf(inputs[0]?.[item])?.[property]?.data ?? '', 'base64'),
			returnJsonArray: (data: IDataObject | IDataObject[]) =>
				(Array.isArray(data) ? data : [data]).map((json) => ({ json })),
			constructExecutionMetaData: (items: INodeExecutionData[], meta: { itemData: unknown }) =>
				items.map((item) => ({ ...item, pairedItem: meta.itemData })),
		},
	};
	return { context: context as unknown as IExecuteFunctions, log, sent, hints, node, nodeContext };
}
