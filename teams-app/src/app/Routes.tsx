import { app } from '@microsoft/teams-js';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useHost } from '../host/host-context.ts';
import { onHostBack } from '../host/links.ts';
import { startPath } from '../host/start-path.ts';
import { ConnectionNote } from './ConnectionNote.tsx';
import { NotFound } from './NotFound.tsx';
import { Loading } from './screens.tsx';

const Home = lazy(() => import('../features/home/Home.tsx'));
const FoundTeam = lazy(() => import('../features/team/FoundTeam.tsx'));
const Team = lazy(() => import('../features/team/Team.tsx'));
const Members = lazy(() => import('../features/team/Members.tsx'));
const Instruments = lazy(() => import('../features/instruments/Instruments.tsx'));
const EditInstrument = lazy(() => import('../features/instruments/EditInstrument.tsx'));
const Compose = lazy(() => import('../features/meeting/compose/Compose.tsx'));
const Meeting = lazy(() => import('./MeetingRoute.tsx'));
const ConsoleRoute = lazy(() => import('./ConsoleRoute.tsx'));
const StageView = lazy(() => import('../features/meeting/stage/StageView.tsx'));
const Summary = lazy(() => import('../features/meeting/summary/Summary.tsx'));
const Records = lazy(() => import('../features/records/Records.tsx'));
const Config = lazy(() => import('../features/config/Config.tsx'));

/** Every page of the tab. Each is fetched when it is first opened. */
export function Routes() {
  const { t } = useTranslation('app');
  const elsewhere = useStart();
  useBack();
  if (elsewhere !== null) return <Redirect to={elsewhere} replace />;
  return (
    <>
      <ConnectionNote />
      <Suspense fallback={<Loading what={t('loading.page')} />}>
        <Switch>
          <Route path="/">
            <Home />
          </Route>
          <Route path="/new-team">
            <FoundTeam />
          </Route>
          <Route path="/teams/:team">{({ team }) => <Team team={team} />}</Route>
          <Route path="/teams/:team/members">{({ team }) => <Members team={team} />}</Route>
          <Route path="/teams/:team/questions">{({ team }) => <Instruments team={team} />}</Route>
          <Route path="/teams/:team/questions/:instrument">
            {({ team, instrument }) => <EditInstrument team={team} instrument={instrument} />}
          </Route>
          <Route path="/teams/:team/plan/:meeting?">
            {({ team, meeting }) => <Compose team={team} meeting={meeting ?? null} />}
          </Route>
          <Route path="/meetings/:meeting">{({ meeting }) => <Meeting meeting={meeting} />}</Route>
          <Route path="/meetings/:meeting/stage">{({ meeting }) => <StageView meeting={meeting} />}</Route>
          <Route path="/meetings/:meeting/console">{({ meeting }) => <ConsoleRoute meeting={meeting} />}</Route>
          <Route path="/meetings/:meeting/summary">{({ meeting }) => <Summary meeting={meeting} />}</Route>
          <Route path="/records/:team?">{({ team }) => <Records team={team} />}</Route>
          <Route path="/config">
            <Config />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
        <Arrived />
      </Suspense>
    </>
  );
}

/** Where the host wants the tab to begin, until it has gone there once. */
function useStart(): string | null {
  const host = useHost();
  const [path] = useLocation();
  // The first answer counts: moving on inside the tab is the person's own doing.
  const [wanted] = useState(() => startPath(host, path));
  const [arrived, setArrived] = useState(wanted === null);
  if (!arrived && path === wanted) setArrived(true);
  return arrived ? null : wanted;
}

function useBack(): void {
  const depth = useRef(0);
  const [path] = useLocation();
  useEffect(() => {
    depth.current += 1;
  }, [path]);
  useEffect(() => {
    onHostBack(() => {
      // The first page is the host's to leave.
      if (depth.current <= 1) return false;
      depth.current -= 2;
      window.history.back();
      return true;
    });
  }, []);
}

/** Tells the host that there is something to look at. */
function Arrived() {
  useEffect(() => {
    if (app.isInitialized()) void app.notifySuccess();
  }, []);
  return null;
}
