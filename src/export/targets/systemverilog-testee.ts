import type { Form } from '../form.ts'
import type { Names } from '../options.ts'
import { members } from './systemverilog-members.ts'

/**
 * A module that answers the questions of `conformance` over standard input and output.
 * It reads characters by hand: simulators differ in what they scan, and wait where a format ends in a line end.
 */
export function systemVerilogTestee(forms: readonly Form[], names: Names, head: readonly string[]): string {
  const room = 8 * Math.max(...forms.map(({ size }) => size))
  return `${head.map((line) => `// ${line}`).join('\n')}
// Answers the questions of \`pci-ats-pri conformance\`: iverilog -g2012 -o testee ${names.file}.sv ${names.file}_testee.sv; vvp -n testee
module ${names.file}_testee;
  import ${names.file}::*;

  localparam int STDIN = 32'h8000_0000;
  localparam int STDOUT = 32'h8000_0001;

  reg [511:0] word;
  reg [159:0] number;
  reg [127:0] op;
  reg [511:0] name;
  reg strict, eol, misfit;
  reg [${room - 1}:0] image, dwords;
  reg [79:0] value;
  integer c, count, i;

  // The word up to the next space or the end of the line.
  task read_word;
    begin
      word = 0;
      c = $fgetc(STDIN);
      while (c == " ") c = $fgetc(STDIN);
      while (c != " " && c != 10 && c != 13 && c != -1) begin
        word = {word[503:0], c[7:0]};
        c = $fgetc(STDIN);
      end
      eol = c == 10 || c == -1;
    end
  endtask

  task skip_line;
    begin
      while (!eol) begin
        c = $fgetc(STDIN);
        eol = c == 10 || c == -1;
      end
    end
  endtask

  function [4:0] digit(input integer ch);
    digit = ch >= "0" && ch <= "9" ? ch[4:0] - 5'd16 : ch >= "a" && ch <= "f" ? ch[4:0] + 5'd9 : 5'd16;
  endfunction

  // Bytes in the order of memory: byte n to [8*n+7:8*n], and to each DW with its bytes turned round.
  task read_bytes;
    reg [4:0] high, low;
    begin
      image = 0;
      dwords = 0;
      count = 0;
      c = $fgetc(STDIN);
      while (c != 10 && c != 13 && c != -1) begin
        high = digit(c);
        if (high < 16) begin
          c = $fgetc(STDIN);
          low = digit(c);
          if (8 * count < ${room}) begin
            image[8 * count +: 8] = {high[3:0], low[3:0]};
            dwords[8 * (count ^ 3) +: 8] = {high[3:0], low[3:0]};
          end
          count = count + 1;
        end
        c = $fgetc(STDIN);
      end
      eol = c != 13;
      skip_line;
    end
  endtask

  // The number after the next \`name=\`, which must be of at most so many bits above its low zeros.
  task read_value(input integer width, input integer zeros);
    begin
      value = 0;
      while (!eol && c != "=" && c != 10 && c != -1) c = $fgetc(STDIN);
      if (c == "=") c = $fgetc(STDIN);
      while (c != " " && c != 10 && c != 13 && c != -1) begin
        if (c != "x") value = {value[75:0], 4'b0} | {75'b0, digit(c)};
        c = $fgetc(STDIN);
      end
      eol = c == 10 || c == -1;
      if (((value >> zeros) << zeros) != value) misfit = 1;
      value = value >> zeros;
      if ((value >> width) != 0) misfit = 1;
    end
  endtask

${forms.map((form) => recordTask(form, names)).join('\n')}
  initial begin
    eol = 0;
    read_word;
    while (c != -1 || word != 0) begin
      number = word[159:0];
      if (number == "hello") begin
        skip_line;
        $fwrite(STDOUT, "hello 1 name=${names.file}.sv ops=decode,encode records=");
${chunks(forms.map(({ id }) => id).join(',')).map((text) => `        $fwrite(STDOUT, "${text}");`).join('\n')}
        $fwrite(STDOUT, "\\n");
      end else if (number != 0) begin
        read_word;
        op = word[127:0];
        read_word;
        name = word;
        misfit = 0;
        if (op == "decode") begin
          read_word;
          strict = word == "strict";
          read_bytes;
        end
        $fwrite(STDOUT, "%0s ", number);
${forms.map(({ id, name }, i) => `        ${i > 0 ? 'else ' : ''}if (name == "${id}") ask_${name};`).join('\n')}
        else $fwrite(STDOUT, "skip no such record");
        skip_line;
        $fwrite(STDOUT, "\\n");
      end
      $fflush(STDOUT);
      read_word;
    end
    $finish(0);
  end
endmodule
`
}

/** A long text in pieces of a bounded length. */
function chunks(text: string): string[] {
  return text.match(/.{1,100}/g) ?? []
}

function recordTask(form: Form, names: Names): string {
  const { name, size, fields, fixed, order } = form
  const id = `${names.record}${name}`
  const ID = id.toUpperCase()
  const top = 8 * size - 1
  const big = order === 'big'
  const getters = fields.map(({ member }) => `${id}_get_${member.replace(/_$/, '')}(w)`)
  const inStruct = (field: (typeof fields)[number]): string => {
    const parts = [...field.flat].reverse().map(({ lo }) => `s.${members(form).find((member) => member.lo === lo)!.name}`)
    return parts.length === 1 ? parts[0]! : `{${parts.join(', ')}}`
  }
  const wrong = fixed.map(({ name: text, flat, value, width }) => {
    const bits = [...flat].reverse().map(({ lo, width: n }) => `w[${lo + n - 1}:${lo}]`)
    return `      else if (!${id}_match(w) && {${bits.join(', ')}} != ${width}'h${value.toString(16)}) $fwrite(STDOUT, "error fixed ${text}");`
  })
  return `  task ask_${name};
    reg [${top}:0] w;
    ${id}_t s;
    begin
    if (op == "decode") begin
      w = ${big ? `${id}_from_byte_lanes(image[${top}:0])` : `image[${top}:0]`};
      s = w;
      if (count < ${size}) $fwrite(STDOUT, "error truncated");
${wrong.join('\n')}${wrong.length > 0 ? '\n' : ''}      else if (!${id}_match(w)) $fwrite(STDOUT, "error fixed");
      else if (strict && !${id}_reserved_clear(w)) $fwrite(STDOUT, "error reserved");
${big ? `      else if (${id}_from_dw_lanes(dwords[${top}:0]) !== w) $fwrite(STDOUT, "error the lanes disagree");\n` : ''}${fields.map((field, i) => `      else if (${inStruct(field)} !== ${getters[i]}) $fwrite(STDOUT, "error the struct and the getter of ${field.name} disagree");`).join('\n')}
      else begin
        $fwrite(STDOUT, "ok");
${fields.map(({ name: text, zeros }, i) => `        $fwrite(STDOUT, " ${text}=0x%0h", ${zeros > 0 ? `{${getters[i]}, ${zeros}'b0}` : getters[i]});`).join('\n')}
      end
    end else begin
      w = ${ID}_BLANK;
${fields.map(({ member, width, zeros }) => `      read_value(${width}, ${zeros});\n      w = ${id}_set_${member.replace(/_$/, '')}(w, value[${width - 1}:0]);`).join('\n')}
      if (misfit) $fwrite(STDOUT, "skip its port cannot hold the value");
      else begin
        image[${top}:0] = ${big ? `${id}_from_byte_lanes(w)` : 'w'};
        $fwrite(STDOUT, "ok ");
        for (i = 0; i < ${size}; i = i + 1) $fwrite(STDOUT, "%02h", image[8 * i +: 8]);
      end
    end
    end
  endtask
`
}
