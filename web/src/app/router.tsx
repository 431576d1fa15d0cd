import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { useLine } from '../api/use-line.js';
import { PageLoading } from '../components/page-loading.js';
import { homeOf, menuFor } from '../layout/menu.js';
import { useOfficer } from '../layout/session-context.js';
import { Shell } from '../layout/shell.js';
import { useEventTypes } from '../features/event-types/api/event-types.js';
import { SignInPage } from '../features/session/components/sign-in-page.js';
import { NoSuchPage } from './no-such-page.js';
import { RouteError } from './route-error.js';

const tasksPage = () => import('../features/tasks/components/tasks-page.js');

/** Each desk's pages come when they are first opened. */
const desks: RouteObject[] = [
  {
    path: 'desk',
    lazy: async () => ({ Component: (await import('../features/desk/components/desk-page.js')).DeskPage }),
  },
  {
    path: 'reports',
    lazy: async () => ({
      Component: (await import('../features/reports/components/reports-page.js')).ReportsPage,
    }),
  },
  {
    path: 'reports/new/:type',
    lazy: async () => ({
      Component: (await import('../features/reports/components/new-report-page.js')).NewReportPage,
    }),
  },
  {
    path: 'reports/:id/edit',
    lazy: async () => ({
      Component: (await import('../features/reports/components/draft-page.js')).DraftPage,
    }),
  },
  {
    path: 'offline',
    lazy: async () => ({
      Component: (await import('../features/offline/components/offline-page.js')).OfflinePage,
    }),
  },
  {
    path: 'tasks',
    lazy: async () => ({ Component: (await tasksPage()).TasksPage }),
  },
  {
    path: 'tasks/:id',
    lazy: async () => ({ Component: (await import('../features/tasks/components/task-page.js')).TaskPage }),
  },
  {
    path: 'handovers',
    lazy: async () => ({
      Component: (await import('../features/handovers/components/handovers-page.js')).HandoversPage,
    }),
  },
  {
    path: 'cases/:id',
    lazy: async () => ({ Component: (await import('../features/cases/components/case-page.js')).CasePage }),
  },
  {
    path: 'cases/:id/replay',
    lazy: async () => ({
      Component: (await import('../features/replay/components/replay-page.js')).ReplayPage,
    }),
  },
  {
    path: 'residents',
    lazy: async () => ({
      Component: (await import('../features/registry/components/residents-page.js')).ResidentsPage,
    }),
  },
  {
    path: 'residents/:id',
    lazy: async () => ({
      Component: (await import('../features/registry/components/resident-page.js')).ResidentPage,
    }),
  },
  {
    path: 'family-cards/:id',
    lazy: async () => ({
      Component: (await import('../features/registry/components/family-card-page.js')).FamilyCardPage,
    }),
  },
  {
    path: 'recap',
    lazy: async () => ({ Component: (await import('../features/recap/components/recap-page.js')).RecapPage }),
  },
  {
    path: 'rules',
    lazy: async () => ({ Component: (await import('../features/rules/components/rules-page.js')).RulesPage }),
  },
  {
    path: 'closings',
    lazy: async () => ({
      Component: (await import('../features/closings/components/closings-page.js')).ClosingsPage,
    }),
  },
  {
    path: 'statistics',
    lazy: async () => ({
      Component: (await import('../features/statistics/components/statistics-page.js')).StatisticsPage,
    }),
  },
  {
    path: 'family',
    lazy: async () => ({
      Component: (await import('../features/family/components/family-page.js')).FamilyPage,
    }),
  },
  {
    path: 'users',
    lazy: async () => ({ Component: (await import('../features/users/components/users-page.js')).UsersPage }),
  },
  {
    path: 'imports',
    lazy: async () => ({
      Component: (await import('../features/imports/components/imports-page.js')).ImportsPage,
    }),
  },
  {
    path: 'absence',
    lazy: async () => ({
      Component: (await import('../features/absences/components/absence-page.js')).AbsencePage,
    }),
  },
  {
    path: 'note-templates',
    lazy: async () => ({
      Component: (await import('../features/note-templates/components/note-templates-page.js'))
        .NoteTemplatesPage,
    }),
  },
  {
    path: 'models',
    lazy: async () => ({
      Component: (await import('../features/models/components/models-page.js')).ModelsPage,
    }),
  },
  {
    path: 'studio',
    lazy: async () => ({
      Component: (await import('../features/studio/components/studio-page.js')).StudioPage,
    }),
  },
  {
    path: 'studio/new',
    lazy: async () => ({
      Component: (await import('../features/studio/new-type/new-type-page.js')).NewTypePage,
    }),
  },
  {
    path: 'studio/:id/answers',
    lazy: async () => ({
      Component: (await import('../features/studio/new-type/answers-page.js')).AnswersPage,
    }),
  },
  {
    path: 'studio/:id',
    lazy: async () => ({
      Component: (await import('../features/studio/components/draft-page.js')).DraftPage,
    }),
  },
  {
    path: 'incidents',
    lazy: async () => ({
      Component: (await import('../features/incidents/components/incidents-page.js')).IncidentsPage,
    }),
  },
  {
    path: 'models/compare',
    lazy: async () => ({ Component: (await import('../features/diff/components/diff-page.js')).DiffPage }),
  },
  {
    path: 'process-analysis',
    lazy: async () => ({
      Component: (await import('../features/analysis/components/analysis-page.js')).AnalysisPage,
    }),
  },
  {
    path: 'operations',
    lazy: async () => ({
      Component: (await import('../features/operations/components/operations-page.js')).OperationsPage,
    }),
  },
  {
    path: 'reports/event-log',
    lazy: async () => ({
      Component: (await import('../features/event-log/components/event-log-page.js')).EventLogPage,
    }),
  },
  {
    path: 'tour',
    lazy: async () => ({
      Component: (await import('../features/tour/components/tour-page.js')).TourPage,
    }),
  },
  {
    path: 'what-if',
    lazy: async () => ({
      Component: (await import('../features/what-if/components/what-if-page.js')).WhatIfPage,
    }),
  },
  {
    path: 'migrations/*',
    lazy: async () => ({
      Component: (await import('../features/migrations/components/migrations-page.js')).MigrationsPage,
    }),
  },
];

function Home() {
  const officer = useOfficer();
  const isUp = useLine();
  const types = useEventTypes();
  if (!isUp && types.isPending) return <PageLoading />;
  const entries = menuFor(officer.role, types.data ?? []);
  const worksWithoutLine = entries.some(({ room }) => room === 'offline');
  return <Navigate to={!isUp && worksWithoutLine ? '/offline' : homeOf(officer.role)} replace />;
}

/** Most begin at their tasks: the page comes while they sign in, or while the server says who they are. */
function fetchWhereMostBegin(): void {
  if (['/', '/sign-in'].includes(window.location.pathname)) void tasksPage().catch(() => undefined);
}

export function createRouter() {
  fetchWhereMostBegin();
  return createBrowserRouter([
    { path: '/sign-in', element: <SignInPage />, errorElement: <RouteError /> },
    {
      path: '/track',
      errorElement: <RouteError />,
      hydrateFallbackElement: <PageLoading />,
      lazy: async () => ({
        Component: (await import('../features/tracking/components/tracking-page.js')).TrackingPage,
      }),
    },
    {
      path: '/verify/:code',
      errorElement: <RouteError />,
      hydrateFallbackElement: <PageLoading />,
      lazy: async () => ({
        Component: (await import('../features/verification/components/verification-page.js'))
          .VerificationPage,
      }),
    },
    {
      path: '/',
      element: <Shell />,
      errorElement: <RouteError />,
      hydrateFallbackElement: <PageLoading />,
      children: [
        {
          errorElement: <RouteError />,
          children: [{ index: true, element: <Home /> }, ...desks, { path: '*', element: <NoSuchPage /> }],
        },
      ],
    },
  ]);
}
