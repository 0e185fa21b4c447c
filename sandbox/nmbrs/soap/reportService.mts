import { randomUUID } from 'node:crypto';
import type { NmbrsPerson } from '../../world/types.mts';
import { runsOf } from '../rest/runs.mts';
import type { NmbrsSettings } from '../settings.mts';
import type { ReportTask } from '../state.mts';
import { displayName } from './employeeService.mts';
import { fault } from './faults.mts';
import type { SoapCall, SoapService } from './service.mts';
import { escapeXml } from './xml.mts';

/** Reports run in the background: start one, ask for its result until it is there. */

const amount = (value: number, { reportDecimals }: NmbrsSettings): string =>
	reportDecimals === 'comma' ? value.toFixed(2).replace('.', ',') : value.toFixed(2);

function payslip(
	person: NmbrsPerson,
	run: { number: number; year: number },
	settings: NmbrsSettings,
): string {
	const gross = person.salaries.at(-1)?.value ?? 0;
	const money = (value: number): string => amount(value, settings);
	const line = (code: number, description: string, value: number): string =>
		`<line><code>${code}</code><description>${description}</description><group></group><amount></amount>` +
		`<value>${money(value)}</value><betaling></betaling><tabel>${money(value)}</tabel><bt></bt>` +
		`<svw>${money(value)}</svw><svwbt></svwbt><werkgever></werkgever>` +
		`<cumulative>${money(value * run.number)}</cumulative></line>`;
	return (
		`<payslip><employeeid>${person.soapId}</employeeid>` +
		`<employeename>${escapeXml(displayName(person))}</employeename>` +
		`<period>${run.number}</period><year>${run.year}</year><run>${run.number}</run>` +
		`<header><headerItem><key>Functie</key><value>${escapeXml(person.function.description)}</value></headerItem></header>` +
		`<lines>${line(1000, 'Salaris', gross)}</lines>` +
		`<reservations><reservation><key>Vakantiegeld</key><value>${money(gross * 0.08)}</value>` +
		`<saldo>${money(gross * 0.08 * run.number)}</saldo></reservation></reservations>` +
		`<leave_list><leave type="1"><key>Wettelijk verlof</key><value type="saldo">${amount(person.leave.statutory, settings)}</value></leave></leave_list>` +
		`<footer><footerItem><key>Netto</key><value>${money(gross * 0.75)}</value></footerItem></footer></payslip>`
	);
}

const wageLines = (person: NmbrsPerson, run: { number: number; year: number }): string =>
	`<report><employeeid>${person.soapId}</employeeid><period>${run.number}</period><year>${run.year}</year>` +
	`<runnumber>${run.number}</runnumber><lines><line><code>1000</code><description>Salaris</description>` +
	`<value>${(person.salaries.at(-1)?.value ?? 0).toFixed(2)}</value></line></lines></report>`;

function reportText(call: SoapCall, task: ReportTask): string {
	const { settings, model } = call.state;
	const company = model.companyBySoapId(task.companySoapId);
	const run =
		company && runsOf(company, task.year).find((candidate) => candidate.soapId === task.runId);
	const people =
		company === undefined || run === undefined || settings.reportEmpty
			? []
			: model.peopleOf(company.companyId).filter((one) => one.employeeType === 'payroll');
	const at = { number: run?.number ?? 0, year: task.year };
	const declaration = settings.reportDeclaration ? '<?xml version="1.0" encoding="utf-16"?>\n' : '';
	const [root, items] =
		task.kind === 'payslip'
			? [settings.reportRoot, people.map((person) => payslip(person, at, settings))]
			: ['reports', people.map((person) => wageLines(person, at))];
	return `${declaration}<${root}>${items.join('')}</${root}>`;
}

const start =
	(kind: ReportTask['kind']) =>
	(call: SoapCall): string => {
		const company = call.company('companyId');
		const task = { companySoapId: company.soapId, runId: call.int('runId') };
		const id = randomUUID();
		call.state.reports.set(id, { kind, ...task, year: call.int('year'), polls: 0 });
		return id;
	};

const result = (call: SoapCall): string => {
	const id = call.text('TaskId');
	const task = call.state.reports.get(id);
	if (task === undefined) throw fault(2021);
	const { settings } = call.state;
	const state = (status: string, content = ''): string =>
		`<TaskId>${escapeXml(id)}</TaskId><Status>${status}</Status>${content}`;
	task.polls += 1;
	if (task.polls === 1 && settings.reportPolls > 1) return state('Enqueued');
	if (task.polls <= settings.reportPolls || settings.reportEnd === 'never') {
		return state('Executing');
	}
	if (settings.reportEnd !== 'Success') return state(settings.reportEnd);
	let content = escapeXml(reportText(call, task));
	if (settings.reportEscapes === 2) content = escapeXml(content);
	return state('Success', `<Content>${content}</Content>`);
};

export const reportService: SoapService = {
	Reports_GetPayslipByRunCompany_v2_Background: { run: start('payslip') },
	Reports_GetWageCodesByRunCompany_v2_Background: { run: start('wageCodes') },
	Reports_BackgroundTask_Result: { run: result },
};
