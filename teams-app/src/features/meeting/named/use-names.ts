import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/api.ts';
import type { Person } from './by-point.ts';

/** A person's name as their own screen and others' say it; the service knows none of somebody who has left. */
export function useNames(): (person: Person) => string {
  const { t } = useTranslation('leader');
  const { person: me } = useMe();
  return ({ person, name }) => {
    if (name === '') return t('who.left');
    return person === me ? t('who.you', { name }) : name;
  };
}
