/** Documents of one partition whose ids begin with `@prefix` and come after `@after`, in the order of the ids' UTF-8 bytes. */
export const LIST_QUERY =
  'SELECT c.id, c.schema, c.etag, c.body, c._etag FROM c WHERE c.pk = @pk AND STARTSWITH(c.id, @prefix) AND c.id > @after AND NOT IS_DEFINED(c.gone) ORDER BY c.id';

/** How many documents of one partition have ids that begin with `@prefix`. */
export const COUNT_QUERY =
  'SELECT VALUE COUNT(1) FROM c WHERE c.pk = @pk AND STARTSWITH(c.id, @prefix) AND NOT IS_DEFINED(c.gone)';
