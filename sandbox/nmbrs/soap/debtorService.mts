import { row } from './xml.mts';
import { leaf } from './xml.mts';
import type { SoapService } from './service.mts';

export const debtorService: SoapService = {
	Environment_Get: {
		withoutDomain: true,
		run: ({ state: { settings } }) =>
			leaf('Domain', 'nmbrs.nl', settings.soapNull) +
			leaf('SubDomain', settings.soapUsers[0]?.domain, settings.soapNull),
	},
	List_GetAll: {
		run: ({ state }) =>
			state.model.world.debtors
				.map(({ soapId, number, name }) =>
					row('Debtor', { Id: soapId, Number: number, Name: name }, state.settings.soapNull),
				)
				.join('') || null,
	},
};
