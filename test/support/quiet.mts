/** Imported before n8n-core, whose logger reads this once: test output shows tests. */
process.env['N8N_LOG_LEVEL'] = 'silent';
