import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostFault } from '../host/host-fault.ts';
import { ProblemNote } from './ProblemNote.tsx';

/** Why Office did not do what was asked, and what to do. */
export function FaultNote(props: {
  readonly fault: HostFault;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
}) {
  const { fault, ...rest } = props;
  const { t } = useTranslation();
  const { kind, code } = fault;
  return (
    <ProblemNote
      words={{ title: t(`${kind}.title`), detail: t(`${kind}.detail`) }}
      code={`${kind}: ${code}`}
      {...rest}
    />
  );
}
