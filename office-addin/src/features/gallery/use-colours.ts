import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../app/services.ts';
import { OWN_COLOURS, type DocumentColours } from '../../preview/document-colours.ts';

/** The colours of the document that is open; until it has said them, and where it can't, those of Plumbline. */
export function useColours(): DocumentColours {
  const { host } = useServices();
  const { data } = useQuery({
    queryKey: ['colours'],
    queryFn: async () => {
      const read = await host.colours();
      return read.ok ? read.value : OWN_COLOURS;
    },
  });
  return data ?? OWN_COLOURS;
}
