/** Finds LibreOffice, which opens our table files in the end-to-end tests, or installs it. */
import { findOrInstall } from './apt.mjs';

const LIBREOFFICE = {
	name: 'LibreOffice Calc',
	variable: 'SOFFICE_PATH',
	places: ['/usr/bin/soffice', '/usr/bin/libreoffice'],
	packages: ['libreoffice-calc-nogui'],
	size: 'about 400 MB',
};

export const installSpreadsheet = async () => await findOrInstall(LIBREOFFICE);
