import { useQuery } from '@tanstack/react-query';
import { callWith, requestOf, type ClientError, type View, type ViewOptions } from '../../app/api.ts';
import { viewKey } from '../../app/cache.ts';
import { useServices } from '../../app/services.ts';

/** Views of the organisation that come page by page. */
type PagedName = 'viewOrganisationTeams' | 'viewOrganisationLog';

/** All pages of a view, fetched one after the other. */
export function usePages<N extends PagedName>(name: N, options: ViewOptions = {}) {
  const services = useServices();
  return useQuery<readonly View<N>[], ClientError>({
    queryKey: viewKey(name, { page: 'all' }),
    enabled: options.enabled ?? true,
    queryFn: async ({ signal }) => {
      const pages: View<N>[] = [];
      for (let page: string | null = 'first'; page !== null;) {
        const reply = await callWith(services, name, requestOf<N>({ params: { page }, signal }));
        // TanStack Query hands on what is thrown as `error`, and a screen reads a ClientError.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        if (!reply.ok) throw reply.error;
        pages.push(reply.value.value);
        page = nextOf(reply.value.value);
      }
      return pages;
    },
  });
}

function nextOf({ next }: { readonly next: string | null }): string | null {
  return next;
}
