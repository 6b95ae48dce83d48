import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deepLink } from '@plumbline/shared/contract/deep-link';
import type { Entity } from '@plumbline/shared/contract/entity';
import { useHost } from '../host/host-context.ts';
import { openLink } from '../host/links.ts';

const useStyles = makeStyles({
  links: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalS },
  said: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

/** Ways to a page of the tab from elsewhere: a link for others, and the app itself. Nothing where the host has no app id. */
export function EntityLinks({ entity, name }: { readonly entity: Entity; readonly name: string }) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const { appId, page } = useHost();
  const [said, setSaid] = useState('');
  const link = deepLink(appId, entity, name);
  if (link === null) return null;

  function copy(url: string): void {
    navigator.clipboard.writeText(url).then(
      () => setSaid(t('link.copied')),
      () => setSaid(t('link.by-hand', { link: url })),
    );
  }

  async function open(url: string): Promise<void> {
    setSaid((await openLink(url)) ? '' : t('link.refused', { link: url }));
  }

  return (
    <div className={styles.links}>
      <Link as="button" onClick={() => copy(link)}>
        {t('link.copy')}
      </Link>
      {page === 'home' ? null : (
        <Link as="button" onClick={() => void open(link)}>
          {t('link.open')}
        </Link>
      )}
      <Text role="status" size={200} className={styles.said}>
        {said}
      </Text>
    </div>
  );
}
