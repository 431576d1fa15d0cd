import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import type { FormSchema, ReportData } from '../../../api/wire.js';
import { useLanguage } from '../../../i18n/language.js';
import { pathKey } from '../field-path.js';
import { spokenErrorsModule, type FieldFinding, type SpokenErrors } from '../form-modules/spoken-errors.js';
import { officeDatesModule } from '../form-modules/office-dates.js';
import { spokenTextsModule } from '../form-modules/spoken-texts.js';
import { fieldAidsModule } from '../form-aids/field-aids.js';
import type { FormAids } from '../form-aids/form-aids.js';
import { areaLookupModule } from '../form-modules/area-lookup.js';
import { localiseForm } from '../localise-form.js';
import { answersOf, faultyFields, focusField, hasErrors, judgeAgain, writeField } from '../running-fields.js';
import './form-viewer.css';

export interface FormHandle {
  /** What is filled in now, as it stands; without what is hidden. */
  read(): ReportData;
  /** What is filled in, or null when the form's own rules (required, pattern) refuse it; they are then shown. */
  submit(): ReportData | null;
  /** Paths of the fields that the form's own rules refuse now, in the order of the page. */
  faulty(): string[];
  /** Shows findings at their fields, in place of those shown before; at the one that is being typed in when it is left. */
  showFindings(findings: readonly FieldFinding[]): void;
  /** Fills one field in, as if it were typed; false when the form has no such field in view. */
  write(path: string, value: unknown): boolean;
  /** Puts the cursor into the field at this path, or into the first one inside of it. */
  goTo(path: string): boolean;
}

interface FormViewerProps {
  schema: FormSchema;
  /** Starts the form anew when it becomes another object. */
  data: ReportData;
  onChange?: (data: ReportData) => void;
  /** The form stands and `handle` answers; again after each new start. */
  onReady?: () => void;
  handle?: Ref<FormHandle>;
  /** Starts the form anew when it becomes another object. */
  aids?: FormAids | null;
}

interface FormState {
  data: ReportData;
}

/** A form-js form as it was deployed with the model. */
export default function FormViewer({
  schema,
  data,
  onChange,
  onReady,
  handle,
  aids = null,
}: FormViewerProps) {
  const container = useRef<HTMLDivElement>(null);
  const form = useRef<Form | null>(null);
  const latest = useRef<ReportData>(data);
  const startedFrom = useRef<ReportData>(data);
  const { language } = useLanguage();
  const onEdit = useEffectEvent((filled: ReportData) => onChange?.(filled));
  const onStart = useEffectEvent(() => onReady?.());

  useEffect(() => {
    if (!container.current) return;
    const next = new Form({
      container: container.current,
      additionalModules: [
        ...[spokenErrorsModule, spokenTextsModule, officeDatesModule],
        ...[areaLookupModule, fieldAidsModule],
      ],
      aids,
      spokenErrors: { language },
      // form-js 1.23 keeps a text for 300 ms before it enters its state, and loses it when a rendering falls between.
      debounce: false,
    } as ConstructorParameters<typeof Form>[0]);
    form.current = next;
    if (startedFrom.current !== data) {
      startedFrom.current = data;
      latest.current = data;
    }
    // A change of language keeps what was typed.
    void next.importSchema(localiseForm(schema, language), structuredClone(latest.current)).then(() => {
      // As the form itself completes it (empty fields, defaults): what it only settles is no change.
      latest.current = next._getState().data as ReportData;
      // As text: form-js changes its data in place.
      let known = JSON.stringify(latest.current);
      next.on('changed', (state: FormState) => {
        latest.current = state.data;
        const now = JSON.stringify(state.data);
        // It also tells of errors shown and of fields that come to stand.
        if (now === known) return;
        known = now;
        onEdit(answersOf(next, state.data));
      });
      onStart();
    });
    return () => {
      form.current = null;
      next.destroy();
    };
  }, [schema, data, language, aids]);

  useImperativeHandle(
    handle,
    () => ({
      read: () =>
        structuredClone(form.current ? answersOf(form.current, latest.current) : startedFrom.current),
      submit() {
        const current = form.current;
        if (!current) return null;
        const spoken = current.get<SpokenErrors>('spokenErrors');
        const { data: submitted, errors } = spoken.withoutFindings(() => current.submit());
        current.validate();
        return hasErrors(errors) ? null : (structuredClone(submitted) as ReportData);
      },
      faulty: () => (form.current && container.current ? faultyFields(form.current, container.current) : []),
      showFindings(findings) {
        const current = form.current;
        if (!current || !container.current) return;
        const changed = current.get<SpokenErrors>('spokenErrors').setFindings(findings);
        judgeAgain(current, container.current, changed);
      },
      write: (path, value) => form.current !== null && writeField(form.current, pathKey(path), value),
      goTo: (path) =>
        form.current !== null &&
        container.current !== null &&
        focusField(form.current, container.current, pathKey(path)),
    }),
    [],
  );

  /** What was found about the field that is left is shown now. */
  const onLeave = () => {
    const current = form.current;
    if (current && container.current)
      judgeAgain(current, container.current, current.get<SpokenErrors>('spokenErrors').fields());
  };
  return <div ref={container} className="form-viewer" onBlur={onLeave} />;
}
