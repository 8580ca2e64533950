import { formOf, greatest, ones, valueWidth } from '../form.ts'
import type { Form, FormField, WordPiece } from '../form.ts'
import { checkNames, pascal, upper } from '../names.ts'
import { headOf, namesOf } from '../options.ts'
import type { ExportedRecord, ExportOptions, Files, Names } from '../options.ts'
import { commentOf, hex, plain } from '../text.ts'

/** A Rust module without std, without unsafe: a struct for each record, whose verbs are `const fn`. */
export function exportRust(records: readonly ExportedRecord[], options: ExportOptions = {}): Files {
  const names = namesOf(options)
  const forms = records.map(({ layout }) => formOf(layout))
  const typeName = (form: Form): string => pascal(`${names.record}${form.name}`)
  checkNames('rust', ['Error', 'Result', 'Self', ...forms.map(typeName)])
  for (const form of forms) checkNames('rust', [...form.fields.map(({ member }) => member), ...constants(form).map(([name]) => name)])
  const head = headOf(records).map((line) => `// ${line}`)
  const text = [...head, PRELUDE, ...loads(forms), ...forms.map((form) => recordText(form, typeName(form)))].join('\n')
  const files = new Map([[`${names.file}.rs`, text]])
  if (options.testee) files.set(`${names.file}_testee.rs`, testee(forms, typeName, names, head))
  return files
}

const PRELUDE = `
/// Why bytes are no record, or a message does not fit. The field is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    Truncated,
    Fixed(&'static str),
    Reserved,
    Range(&'static str),
}
`

function typeOf(field: FormField): string {
  if (field.as === 'flag') return 'bool'
  const width = valueWidth(field)
  return `u${width <= 8 ? 8 : width <= 16 ? 16 : width <= 32 ? 32 : 64}`
}

const suffixOf = ({ word, order }: Form): string => `${word * 8}${order === 'little' ? 'le' : 'be'}`

function loads(forms: readonly Form[]): string[] {
  const kinds = new Map(forms.map((form) => [suffixOf(form), form]))
  return [...kinds].map(([suffix, { word, order }]) => {
    const shift = (i: number): number => 8 * (order === 'little' ? i : word - 1 - i)
    const bytes = Array.from({ length: word }, (_, i) => i)
    const at = (i: number): string => (i === 0 ? 'at' : `at + ${i}`)
    return `const fn ld${suffix}(b: &[u8], at: usize) -> u64 {
    ${bytes.map((i) => (shift(i) === 0 ? `b[${at(i)}] as u64` : `(b[${at(i)}] as u64) << ${shift(i)}`)).join(' | ')}
}
const fn st${suffix}(mut b: [u8; MOST], at: usize, w: u64) -> [u8; MOST] {
${bytes.map((i) => `    b[${at(i)}] = (w${shift(i) === 0 ? '' : ` >> ${shift(i)}`}) as u8;`).join('\n')}
    b
}
`
  }).concat(`const MOST: usize = ${Math.max(0, ...forms.map(({ size }) => size))};\n`)
}

function constants({ fields }: Form): (readonly [name: string, value: number, type: string])[] {
  return [['ID', 0, ''], ['SIZE', 0, ''], ...fields.flatMap((field) => Object.entries(field.codes).map(([code, value]) => [`${upper(field.name)}_${upper(code)}`, value, typeOf(field)] as const))]
}

function take(form: Form, words: readonly WordPiece[]): string {
  return words.map(({ word, lo, width, to }) => {
    const bits = `ld${suffixOf(form)}(b, ${word * form.word})${lo > 0 ? ` >> ${lo}` : ''} & ${hex(ones(width))}`
    return words.length === 1 ? bits : `(${bits})${to > 0 ? ` << ${to}` : ''}`
  }).join(' | ')
}

function value(form: Form, field: FormField): string {
  const raw = take(form, field.words)
  if (field.as === 'flag') return `${raw} != 0`
  const whole = field.zeros > 0 ? `(${raw}) << ${field.zeros}` : raw
  return typeOf(field) === 'u64' ? whole : `(${whole}) as ${typeOf(field)}`
}

/** A condition that holds where a value does not fit; empty where every value of the type does. */
function misfit(field: FormField): string {
  if (field.as === 'flag') return ''
  const bad = ones(Number(typeOf(field).slice(1))) ^ greatest(field)
  return bad === 0n ? '' : `self.${field.member} & ${hex(bad)} != 0`
}

function recordText(form: Form, name: string): string {
  const { layout, size, fields, fixed } = form
  const masks = new Map<number, bigint>()
  for (const { words } of form.reserved) for (const { word, lo, width } of words) masks.set(word, (masks.get(word) ?? 0n) | (ones(width) << BigInt(lo)))
  const dirty = [...masks].map(([word, mask]) => `ld${suffixOf(form)}(b, ${word * form.word}) & ${hex(mask)} != 0`)
  const parts = Array.from({ length: size / form.word }, (): string[] => [])
  for (const { words, value: due } of fixed) {
    for (const { word, lo, width, to } of words) {
      const bits = ((due >> BigInt(to)) & ones(width)) << BigInt(lo)
      if (bits !== 0n) parts[word]!.push(hex(bits))
    }
  }
  for (const field of fields) {
    const own = typeOf(field) === 'u64' ? `self.${field.member}` : `self.${field.member} as u64`
    for (const { word, lo, width, to } of field.words) {
      const from = field.zeros + to
      const shifted = from > 0 ? `${own.includes(' ') ? `(${own})` : own} >> ${from}` : own
      parts[word]!.push(lo > 0 ? `(${shifted} & ${hex(ones(width))}) << ${lo}` : `${shifted} & ${hex(ones(width))}`)
    }
  }
  return [
    `/// ${plain(`${form.id}: ${layout.title}. ${layout.clause}.`)}`,
    '#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]',
    `pub struct ${name} {`,
    ...fields.map((field) => `    /// ${commentOf(field).replaceAll('[', '\\[')}\n    pub ${field.member}: ${typeOf(field)},`),
    '}\n',
    `impl ${name} {`,
    `    pub const ID: &'static str = "${form.id}";`,
    `    pub const SIZE: usize = ${size};`,
    ...constants(form).slice(2).map(([constant, code, type]) => `    pub const ${constant}: ${type} = ${hex(code)};`),
    `\n    /// The message in the first bytes. Unless strict, reserved bits are read over.`,
    `    pub const fn decode(b: &[u8], strict: bool) -> Result<Self, Error> {`,
    `        if b.len() < ${size} {\n            return Err(Error::Truncated);\n        }`,
    ...fixed.map((one) => `        if (${take(form, one.words)}) != ${hex(one.value)} {\n            return Err(Error::Fixed("${one.name}"));\n        }`),
    dirty.length > 0 ? `        if strict && (${dirty.join('\n            || ')}) {\n            return Err(Error::Reserved);\n        }` : '        let _ = strict;',
    `        Ok(${name} {`,
    ...fields.map((field) => `            ${field.member}: ${value(form, field)},`),
    '        })\n    }',
    `\n    /// The bytes of the record; an error names the field that does not fit.`,
    `    pub const fn encode(&self) -> Result<[u8; ${size}], Error> {`,
    ...fields.flatMap((field) => (misfit(field) ? [`        if ${misfit(field)} {\n            return Err(Error::Range("${field.name}"));\n        }`] : [])),
    `        let mut b = [0u8; MOST];`,
    ...parts.map((part, word) => (part.length === 0 ? '' : `        b = st${suffixOf(form)}(b, ${word * form.word}, ${part.join('\n            | ')});`)).filter((line) => line !== ''),
    `        let mut record = [0u8; ${size}];`,
    '        let mut i = 0;',
    `        while i < ${size} {\n            record[i] = b[i];\n            i += 1;\n        }`,
    '        Ok(record)\n    }\n}\n',
  ].join('\n')
}

function testee(forms: readonly Form[], typeName: (form: Form) => string, { file }: Names, head: readonly string[]): string {
  return `${head.join('\n')}
// Answers the questions of \`pci-ats-pri conformance\`: rustc -O ${file}_testee.rs
#[allow(dead_code)]
mod ${file};
use std::io::{BufRead, Write};
use ${file}::*;

const MISFIT: &str = "skip its type cannot hold the value";

fn bytes_of(hex: &str) -> Vec<u8> {
    if hex == "-" {
        return Vec::new();
    }
    (0..hex.len() / 2).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap_or(0)).collect()
}

fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{:02x}", byte)).collect()
}

fn value_of<T: std::convert::TryFrom<u64>>(words: &[&str], name: &str) -> Option<T> {
    let word = words.iter().find_map(|word| word.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')))?;
    let value = u64::from_str_radix(word.strip_prefix("0x")?, 16).ok()?;
    T::try_from(value).ok()
}

fn flag_of(words: &[&str], name: &str) -> Option<bool> {
    value_of::<u8>(words, name).and_then(|value| if value < 2 { Some(value == 1) } else { None })
}

fn refusal(error: Error) -> String {
    match error {
        Error::Truncated => "error truncated".to_string(),
        Error::Fixed(field) => format!("error fixed {}", field),
        Error::Reserved => "error reserved".to_string(),
        Error::Range(field) => format!("error range {}", field),
    }
}

fn answer(op: &str, record: &str, words: &[&str]) -> String {
    match (record, op) {
${forms.map((form) => arm(form, typeName(form))).join('\n')}
        _ => "skip no such record".to_string(),
    }
}

fn main() {
    let stdin = std::io::stdin();
    let stdout = std::io::stdout();
    for line in stdin.lock().lines() {
        let line = line.unwrap();
        let words: Vec<&str> = line.split_whitespace().collect();
        let said = if words.first() == Some(&"hello") {
            "hello 1 name=${file}.rs ops=decode,encode records=${forms.map(({ id }) => id).join(',')}".to_string()
        } else if words.len() < 3 {
            continue;
        } else {
            format!("{} {}", words[0], answer(words[1], words[2], &words[3..]))
        };
        if writeln!(stdout.lock(), "{}", said).is_err() {
            return;
        }
    }
}
`
}

function arm({ id, fields }: Form, name: string): string {
  return `        ("${id}", "decode") => match ${name}::decode(&bytes_of(words[1]), words[0] == "strict") {
            Err(error) => refusal(error),
${fields.length === 0 ? '            Ok(_) => "ok".to_string(),' : `            Ok(m) => {
                let mut said = "ok".to_string();
${fields.map(({ name: field, member }) => `                said += &format!(" ${field}=0x{:x}", m.${member} as u64);`).join('\n')}
                said
            }`}
        },
        ("${id}", "encode") => {
            let message = (|| {
                Some(${name} {
${fields.map((field) => `                    ${field.member}: ${field.as === 'flag' ? 'flag_of' : 'value_of'}(words, "${field.name}")?,`).join('\n')}
                })
            })();
            match message.map(|m| m.encode()) {
                None => MISFIT.to_string(),
                Some(Err(error)) => refusal(error),
                Some(Ok(bytes)) => format!("ok {}", hex_of(&bytes)),
            }
        }`
}
