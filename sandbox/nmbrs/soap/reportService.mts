import { randomUUID } from 'node:crypto';
import { cycleOfCompany } from '../../world/catalogue.mts';
import { bonusCents, bookedIn, divide, hasBonus, sameRun } from '../../world/ledger.mts';
import type { Booked, Entry } from '../../world/ledger.mts';
import type { Period } from '../../world/payPeriods.mts';
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

/** One payslip: of the run's own period, or of an earlier one that the run corrects. */
function payslip(
	person: NmbrsPerson,
	run: Period,
	entry: Entry,
	balance: number | null,
	settings: NmbrsSettings,
): string {
	const own = sameRun(entry.concerns, run);
	const money = (amountInCents: number): string => amount(amountInCents / 100, settings);
	const line = (code: number, description: string, value: number): string =>
		`<line><code>${code}</code><description>${description}</description><group></group><amount></amount>` +
		`<value>${money(value)}</value><betaling></betaling><tabel>${money(value)}</tabel><bt></bt>` +
		`<svw>${money(value)}</svw><svwbt></svwbt><werkgever></werkgever>` +
		`<cumulative>${money(value * run.period)}</cumulative></line>`;
	const reserve = balance === null ? '' : line(4010, 'Opbouw vakantiegeld', entry.accrual);
	const saldo = balance === null || !own ? '' : line(4020, 'Saldo vakantiegeld', balance);
	const bonus = own && hasBonus(person) ? line(5000, 'Bonus', bonusCents(person)) : '';
	const reservation =
		balance === null
			? ''
			: `<reservation><key>Vakantiegeld</key><value>${money(entry.accrual)}</value>` +
				`<saldo>${own ? money(balance) : ''}</saldo></reservation>`;
	return (
		`<payslip><employeeid>${person.soapId}</employeeid>` +
		`<employeename>${escapeXml(displayName(person))}</employeename>` +
		`<period>${entry.concerns.period}</period><year>${entry.concerns.year}</year><run>${run.period}</run>` +
		`<header><headerItem><key>Functie</key><value>${escapeXml(person.function.description)}</value></headerItem></header>` +
		`<lines>${line(1000, 'Salaris', entry.gross)}${reserve}${saldo}${bonus}</lines>` +
		`<reservations>${reservation}</reservations>` +
		`<leave_list><leave type="1"><key>Wettelijk verlof</key><value type="saldo">${amount(person.leave.statutory, settings)}</value></leave></leave_list>` +
		`<footer><footerItem><key>Netto</key><value>${money(divide(entry.gross * 3, 4))}</value></footerItem></footer></payslip>`
	);
}

const wageLines = (person: NmbrsPerson, run: Period, { entries }: Booked): string =>
	`<report><employeeid>${person.soapId}</employeeid><period>${run.period}</period><year>${run.year}</year>` +
	`<runnumber>${run.period}</runnumber><lines><line><code>1000</code><description>Salaris</description>` +
	`<value>${((entries[0]?.gross ?? 0) / 100).toFixed(2)}</value></line></lines></report>`;

function reportText(call: SoapCall, task: ReportTask): string {
	const { settings, model } = call.state;
	if (settings.reportText !== null) return settings.reportText;
	const company = model.companyBySoapId(task.companySoapId);
	const run =
		company && runsOf(company, task.year).find((candidate) => candidate.soapId === task.runId);
	const at = { period: run?.number ?? 0, year: task.year };
	const booked: Array<[NmbrsPerson, Booked]> = [];
	if (company !== undefined && run !== undefined && !settings.reportEmpty) {
		for (const person of model.peopleOf(company.companyId)) {
			const one = bookedIn(person, cycleOfCompany(company), at);
			if (one !== null) booked.push([person, one]);
		}
	}
	const declaration = settings.reportDeclaration ? '<?xml version="1.0" encoding="utf-16"?>\n' : '';
	const [root, items] =
		task.kind === 'payslip'
			? [
					settings.reportRoot,
					booked.flatMap(([person, { entries, balance }]) =>
						entries.map((entry) => payslip(person, at, entry, balance, settings)),
					),
				]
			: ['reports', booked.map(([person, one]) => wageLines(person, at, one))];
	return `${declaration}<${root}>${items.join('')}</${root}>`;
}

const start =
	(kind: ReportTask['kind']) =>
	(call: SoapCall): string => {
		const company = call.company('companyId');
		const task = { companySoapId: company.soapId, runId: call.int('runId') };
		const id = randomUUID();
		const { reportLostTimes, reportLostFault } = call.state.settings;
		const lost = call.state.reports.size < reportLostTimes ? reportLostFault : null;
		call.state.reports.set(id, { kind, ...task, year: call.int('year'), polls: 0, lost });
		return id;
	};

const result = (call: SoapCall): string => {
	const id = call.text('TaskId');
	const task = call.state.reports.get(id);
	if (task === undefined) throw fault(2021);
	if (task.lost !== null) throw fault(task.lost);
	const { settings } = call.state;
	const state = (status: string, content = ''): string =>
		`<TaskId>${escapeXml(id)}</TaskId><Status>${status}</Status>${content}`;
	task.polls += 1;
	if (task.polls === 1 && settings.reportPolls > 1) return state('Enqueued');
	if (task.polls <= settings.reportPolls || settings.reportEnd === 'never') {
		return state('Executing');
	}
	if (settings.reportEnd !== 'Success') return state(settings.reportEnd);
	if (settings.reportCdata) {
		return state('Success', `<Content><![CDATA[${reportText(call, task)}]]></Content>`);
	}
	let content = escapeXml(reportText(call, task));
	if (settings.reportEscapes === 2) content = escapeXml(content);
	return state('Success', `<Content>${content}</Content>`);
};

export const reportService: SoapService = {
	Reports_GetPayslipByRunCompany_v2_Background: { run: start('payslip') },
	Reports_GetWageCodesByRunCompany_v2_Background: { run: start('wageCodes') },
	Reports_BackgroundTask_Result: { run: result },
};
