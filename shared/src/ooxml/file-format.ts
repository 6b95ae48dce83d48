/** What results can be taken along as, first what leaders ask for most. */
export const FILE_FORMATS = ['pptx', 'docx', 'xlsx', 'csv'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
