/** A payslip report as Nmbrs writes it, of as many people as asked, inside its SOAP answer. */

const line = (code: number, description: string, value: string): string =>
	`<line><code>${code}</code><description>${description}</description><group></group><amount></amount>` +
	`<value>${value}</value><betaling></betaling><tabel>${value}</tabel><bt></bt><svw>${value}</svw>` +
	`<svwbt></svwbt><werkgever></werkgever><cumulative>${value}</cumulative></line>`;

const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

/** Two lines, one reservation and one leave balance for everybody: about 1.2 kB. */
function payslip(index: number, name: string): string {
	const gross = 200_000 + (index % 997) * 113;
	return (
		`<payslip><employeeid>${700_001 + index}</employeeid><employeename>${name}</employeename>` +
		'<period>10</period><year>2026</year><run>10</run>' +
		'<header><headerItem><key>Functie</key><value>Medewerker administratie</value></headerItem></header>' +
		`<lines>${line(1000, 'Salaris', euros(gross))}${line(4010, 'Opbouw vakantiegeld', euros(gross * 0.08))}` +
		`${line(4020, 'Saldo vakantiegeld', euros(gross * 0.48))}</lines>` +
		`<reservations><reservation><key>Vakantiegeld</key><value>${euros(gross * 0.08)}</value>` +
		`<saldo>${euros(gross * 0.48)}</saldo></reservation></reservations>` +
		'<leave_list><leave type="1"><key>Wettelijk verlof</key><value type="saldo">96,5</value></leave></leave_list>' +
		`<footer><footerItem><key>Netto</key><value>${euros(gross * 0.75)}</value></footerItem></footer></payslip>`
	);
}

export function payslipReport(people: number, name: string): string {
	const slips = Array.from({ length: people }, (_one, index) => payslip(index, name));
	return `<?xml version="1.0" encoding="utf-16"?>\n<payslips>${slips.join('')}</payslips>`;
}

const escape = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

export const taskAnswer = (report: string): string =>
	'<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
	'<Reports_BackgroundTask_ResultResponse xmlns="https://api.nmbrs.nl/soap/v3/ReportService"><Reports_BackgroundTask_ResultResult>' +
	`<TaskId>t</TaskId><Status>Success</Status><Content>${escape(report)}</Content>` +
	'</Reports_BackgroundTask_ResultResult></Reports_BackgroundTask_ResultResponse></soap:Body></soap:Envelope>';
