import { KernelAndContexts1763800000001 } from './0001-kernel-and-contexts.js';
import { FindingsWithLaw1763800000002 } from './0002-findings-with-law.js';
import { DecidedConsequences1763800000003 } from './0003-decided-consequences.js';
import { MonthlyClosing1763800000005 } from './0005-monthly-closing.js';
import { SignedFiles1763800000006 } from './0006-signed-files.js';
import { DuplicateCandidates1763800000007 } from './0007-duplicate-candidates.js';
import { ImportAndStatistics1763800000008 } from './0008-import-and-statistics.js';
import { Corrections1763800000009 } from './0009-corrections.js';
import { ReadAtCitySize1763800000016 } from './0016-read-at-city-size.js';
import { PlacesInTheLedger1763800000018 } from './0018-places-in-the-ledger.js';
import { WorkOnTheQueue1763800000021 } from './0021-work-on-the-queue.js';
import { Satisfaction1763800000023 } from './0023-satisfaction.js';
import { OutsideTheOffice1763800000024 } from './0024-outside-the-office.js';
import { HandedOver1763800000026 } from './0026-handed-over.js';
import { HandedTasks1763800000027 } from './0027-handed-tasks.js';
import { Practices1763800000028 } from './0028-practices.js';
import { ModelDrafts1763800000029 } from './0029-model-drafts.js';
import { AbsenceAndMachineKeys1763800000030 } from './0030-absence-and-machine-keys.js';
import { CasesAnalysed1763800000031 } from './0031-cases-analysed.js';
import { Operations1763800000032 } from './0032-operations.js';
import { MovedCases1763800000033 } from './0033-moved-cases.js';
import { WhatIf1763800000034 } from './0034-what-if.js';
import { NamesByTheirWords1763800000035 } from './0035-names-by-their-words.js';
import { NoteTemplates1763800000038 } from './0038-note-templates.js';
import { ArrivalsInParts1763800000039 } from './0039-arrivals-in-parts.js';
import { AtTheCounter1763800000040 } from './0040-at-the-counter.js';
import { UrgedTasks1763800000041 } from './0041-urged-tasks.js';
import { AnswersOfNewTypes1763800000042 } from './0042-answers-of-new-types.js';
import { NamesInTwoLanguages1763800000043 } from './0043-names-in-two-languages.js';
import { UrgedCases1763800000044 } from './0044-urged-cases.js';
import { LargeHistories1763800000046 } from './0046-large-histories.js';
import { AgesBesideTheLedger1763800000052 } from './0052-ages-beside-the-ledger.js';

/** In order. A class each, never a file pattern: what runs is what was compiled. */
export const MIGRATIONS = [
  KernelAndContexts1763800000001,
  FindingsWithLaw1763800000002,
  DecidedConsequences1763800000003,
  MonthlyClosing1763800000005,
  SignedFiles1763800000006,
  DuplicateCandidates1763800000007,
  ImportAndStatistics1763800000008,
  Corrections1763800000009,
  ReadAtCitySize1763800000016,
  PlacesInTheLedger1763800000018,
  WorkOnTheQueue1763800000021,
  Satisfaction1763800000023,
  OutsideTheOffice1763800000024,
  HandedOver1763800000026,
  HandedTasks1763800000027,
  Practices1763800000028,
  ModelDrafts1763800000029,
  AbsenceAndMachineKeys1763800000030,
  CasesAnalysed1763800000031,
  Operations1763800000032,
  MovedCases1763800000033,
  WhatIf1763800000034,
  NamesByTheirWords1763800000035,
  NoteTemplates1763800000038,
  ArrivalsInParts1763800000039,
  AtTheCounter1763800000040,
  UrgedTasks1763800000041,
  AnswersOfNewTypes1763800000042,
  NamesInTwoLanguages1763800000043,
  UrgedCases1763800000044,
  LargeHistories1763800000046,
  AgesBesideTheLedger1763800000052,
];
