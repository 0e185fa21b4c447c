/**
 * Names that templates, other people's workflows and stored credentials hold on to: types, resources,
 * operations, parameters with their defaults, inputs, outputs and credential fields. Whoever changes
 * one here breaks them, and needs a new version of the node.
 */

export interface Contract {
	operations?: Record<string, string[]>;
	/** Default per parameter; `undefined` where any will do. */
	parameters: Record<string, unknown>;
	inputs: string[];
	outputs: string[];
}

const CONNECTOR = (value: string): object => ({ mode: 'list', value });

export const NODES: Record<string, Contract> = {
	nmbrs: {
		operations: {
			company: ['getAll'],
			debtor: ['getAll'],
			employee: ['get', 'getAll'],
			leave: ['getAll'],
			payroll: ['checkAccess', 'getAll', 'getWageComponents'],
		},
		parameters: {
			resource: 'employee',
			operation: 'getAll',
			debtorIds: [],
			companyIds: [],
			employeeTypes: ['payroll', 'formerPayroll'],
			include: [],
			extraFieldNames: 'alleo_*, yourcampus_*',
			onPartitionError: 'stop',
			referenceDate: '',
		},
		inputs: ['main'],
		outputs: ['Employees', 'Coverage'],
	},
	afas: {
		operations: {
			employee: ['getAll'],
			getConnector: ['describe', 'getAll'],
			payroll: ['getAll'],
		},
		parameters: {
			resource: 'employee',
			operation: 'getAll',
			employeesConnector: CONNECTOR('Profit_Employees_Alleo'),
			contractsConnector: CONNECTOR('Profit_Contract'),
			connector: CONNECTOR(''),
			filters: {},
			orderBy: {},
			pageSize: 1000,
			personKey: 'EmployeeId',
			additionalColumns: [],
			referenceDate: '',
		},
		inputs: ['main'],
		outputs: ['Employees', 'Coverage'],
	},
	employeeFile: {
		parameters: {
			sourceName: '',
			fileKind: 'csv',
			fileScope: 'full',
			binaryPropertyName: 'data',
			separator: 'semicolon',
			encoding: 'utf8',
			dateOrder: 'dmy',
			excelDays: 'refuse',
			proof: 'share',
			declaredRows: 1,
			footerWord: 'TOTAL',
			leastShare: 90,
			header: '',
			columns: {},
			additionalColumns: '',
			onPartitionError: 'stop',
			options: {},
		},
		inputs: ['main'],
		outputs: ['Employees', 'Coverage'],
	},
	employeeNormalize: {
		parameters: {
			source: 'auto',
			fields: undefined,
			selectiveSync: 'auto',
			accessField: 'alleo_access',
			emptyAccess: 'undecided',
			emailPolicy: 'business',
			namePolicy: 'birth',
			language: 'nl',
			referenceDate: '',
		},
		inputs: ['main'],
		outputs: ['Employees', 'Held', 'Preview'],
	},
	alleoDiff: {
		parameters: {
			companyId: '',
			routing: {},
			absentPolicy: 'report',
			ineligiblePolicy: 'deactivate',
			takeover: 'ask',
			approval: 'always',
			guards: {},
			referenceDate: '',
			expiresAfterHours: 24,
		},
		inputs: ['Employees', 'Alleo', 'Coverage (optional)'],
		outputs: ['Needs approval', 'Ready', 'Summary'],
	},
	syncApproval: {
		parameters: {
			title: '',
			language: 'nl',
			limitWaitHours: 24,
			requireComment: false,
			summary: undefined,
		},
		inputs: ['main'],
		outputs: ['Not approved', 'Approved'],
	},
	alleo: {
		operations: {
			company: ['getAll'],
			employee: ['activate', 'create', 'deactivate', 'get', 'getAll', 'update', 'upsert'],
			file: ['build'],
			group: ['getAll'],
			syncPlan: ['apply'],
		},
		parameters: {
			resource: 'employee',
			operation: 'getAll',
			companyId: CONNECTOR(''),
			accept: 'approved',
			concurrency: 8,
		},
		inputs: ['main'],
		outputs: [],
	},
};

/** Values of the options that the contract names. */
export const VALUES: Record<string, Record<string, string[]>> = {
	nmbrs: { onPartitionError: ['continue', 'stop'] },
	afas: { personKey: ['EmployeeId', 'PersonId'] },
	employeeNormalize: {
		source: ['afas', 'auto', 'custom', 'nmbrs'],
		emptyAccess: ['no', 'undecided', 'yes'],
		emailPolicy: ['business', 'businessThenPrivate', 'private'],
		namePolicy: ['asUsed', 'birth'],
	},
	alleoDiff: {
		absentPolicy: ['deactivate', 'report'],
		ineligiblePolicy: ['deactivate', 'report'],
		takeover: ['ask', 'off'],
		approval: ['always', 'whenGuardTrips'],
	},
	syncApproval: { language: ['en', 'nl'] },
	alleo: { accept: ['approved', 'approvedOrReady'] },
};

export const INCLUDE = ['contracts', 'department', 'extraFields', 'function', 'leave', 'manager'];

export const CREDENTIALS: Record<string, string[]> = {
	// Client ID and secret are those of n8n's oAuth2Api, which this one extends.
	nmbrsOAuth2Api: ['subscriptionKey', 'scope', 'baseUrl', 'authUrl', 'accessTokenUrl'],
	nmbrsTokenApi: ['domain', 'username', 'token', 'soapBaseUrl'],
	afasTokenApi: ['environmentNumber', 'environment', 'token', 'baseUrl'],
	afasOAuth2Api: ['environmentNumber', 'environment', 'clientId', 'clientSecret', 'baseUrl'],
	alleoApi: ['accessKey', 'secretKey', 'baseUrl'],
};
