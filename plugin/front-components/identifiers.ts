/** Universal identifiers of the front components, which commands and pages refer to. They never change once landed. */
export const FRONT_COMPONENTS = {
  panel: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f001',
  card: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f002',
  confirm: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f011',
  approve: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f012',
  return: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f013',
  report: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f014',
  recheck: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f015',
  conversion: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f021',
  industryProducts: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f022',
  stageAge: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f023',
  onTime: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f024',
  quality: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f025',
  accuracy: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f026',
  holders: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f041',
  status: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f031',
  naming: '7d2f3c1a-5b0e-4a44-9d6e-1b8a52c0f032',
} as const;
